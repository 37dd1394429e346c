import { makeKey, parseKey } from '#server/access/key.ts'
import { performThrough } from '#server/command-socket.ts'
import { perform } from '#server/operator-command.ts'
import type { OperatorCommand, Outcome } from '#server/operator-command.ts'
import { OperatorError } from '#server/operator-error.ts'
import type { Settings } from '#server/settings.ts'
import { reportId } from '#server/store/content.ts'
import { existingFolder } from '#server/store/folder.ts'
import { openStore } from '#server/store/open-store.ts'
import { askedKey, askedLimit } from './asked.ts'
import { runningServer } from './running-server.ts'

/** `jauge keys …` */
export async function keysCommand(words: string[], settings: Settings): Promise<number> {
  const [verb = '', ...rest] = words
  switch (verb) {
    case 'add':
      return addKey(rest, settings)
    case 'list':
      refuseUnless(rest.length === 0, '"jauge keys list" takes nothing more.')
      return tell(await operate({ kind: 'list-keys' }, settings))
    case 'revoke': {
      const [id = ''] = rest
      // Who has only the key itself may paste that.
      const wanted = parseKey(id)?.id ?? id
      const isOne = rest.length === 1 && /^[a-z0-9]{12}$/.test(wanted)
      refuseUnless(
        isOne,
        '"jauge keys revoke" takes the id of one key: 12 letters and digits, as "jauge keys list" shows it.',
      )
      return tell(await operate({ kind: 'revoke-key', id: wanted }, settings))
    }
    default:
      throw wrong('"jauge keys" is followed by add, list or revoke.')
  }
}

/** `jauge audit` */
export async function auditCommand(words: string[], settings: Settings): Promise<number> {
  return tell(await operate({ kind: 'audit', limit: askedLimit(words) }, settings))
}

/** `jauge purge ID` */
export async function purgeCommand(words: string[], settings: Settings): Promise<number> {
  const id = reportId(words[0] ?? '')
  if (words.length !== 1 || id === null) {
    throw wrong('"jauge purge" takes the id of one report, such as the last part of its address.')
  }
  return tell(await operate({ kind: 'purge', id }, settings))
}

/** The key alone goes to the standard output: it can be passed on without being read. */
async function addKey(words: string[], settings: Settings): Promise<number> {
  const asked = askedKey(words, new Date())
  const { text, id, digest } = await makeKey()
  const outcome = await operate({ kind: 'add-key', id, digest, ...asked }, settings)
  if (!outcome.isDone) return tell(outcome)
  for (const line of outcome.lines) console.error(line)
  console.error(
    'This is the key. It is shown this once and kept nowhere; pass it on by a safe way:',
  )
  console.log(text)
  return 0
}

/** By the running server when one holds the folder, else by this process. */
async function operate(command: OperatorCommand, settings: Settings): Promise<Outcome> {
  const running = await runningServer(settings)
  if (running !== null) return performThrough(running.path, command)
  // Opening would make a deployment where there is none, with a key that opens nothing anywhere else.
  if (settings.databaseUrl === null && (await existingFolder(settings.data)) === null) {
    throw new OperatorError(
      `There is no data of Jauge in ${settings.data}, so nothing was done. Set JAUGE_DATA or DATABASE_URL as for the server; its first start makes what it names.`,
    )
  }
  const { store, access } = await openStore(settings, 'command')
  try {
    return await perform(command, { store, access })
  } finally {
    await store.close()
  }
}

function tell({ isDone, lines }: Outcome): number {
  for (const line of lines) {
    if (isDone) console.log(line)
    else console.error(line)
  }
  return isDone ? 0 : 1
}

function refuseUnless(isRight: boolean, sentence: string): void {
  if (!isRight) throw wrong(sentence)
}

function wrong(sentence: string): OperatorError {
  return new OperatorError(`${sentence} "jauge help" says how it is called.`, 2)
}
