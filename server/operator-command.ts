import * as z from 'zod'
import type { AccessKey, AccessStore, AuditEntry } from './access/access-store.ts'
import { stands } from './access/key.ts'
import type { ReportStore } from './store/store.ts'

/** Who the log says it was. */
const OPERATOR = 'command line'

export const KEY_ROLES = ['partner', 'analyst', 'admin'] as const

/** What an operator may have done, by this process or by the server that holds the folder. */
export const OperatorCommand = z.discriminatedUnion('kind', [
  /** With a digest in place of the secret: that stays with whoever made the key. */
  z.object({
    kind: z.literal('add-key'),
    id: z.string(),
    label: z.string(),
    role: z.enum(KEY_ROLES),
    expiresAt: z.nullable(z.iso.datetime()),
    digest: z.string(),
  }),
  z.object({ kind: z.literal('list-keys') }),
  z.object({ kind: z.literal('revoke-key'), id: z.string() }),
  z.object({ kind: z.literal('audit'), limit: z.int() }),
  z.object({ kind: z.literal('purge'), id: z.string() }),
])
export type OperatorCommand = z.infer<typeof OperatorCommand>

/** What came of a command, in lines for the console. */
export const Outcome = z.object({ isDone: z.boolean(), lines: z.array(z.string()) })
export type Outcome = z.infer<typeof Outcome>

export type Powers = { store: ReportStore; access: AccessStore }

/** Does what an operator asked for. */
export async function perform(
  command: OperatorCommand,
  { store, access }: Powers,
): Promise<Outcome> {
  switch (command.kind) {
    case 'add-key': {
      const { kind: _kind, ...key } = command
      return done([`Made: ${sentenceOf(await access.addKey(key, OPERATOR))}.`])
    }
    case 'list-keys': {
      const keys = await access.keys()
      if (keys.length === 0) return done(['There are no keys. "jauge keys add" makes one.'])
      return done(columns(keys.map(rowOf)))
    }
    case 'revoke-key':
      return (await access.revokeKey(command.id, OPERATOR))
        ? done([
            `Key ${command.id} is revoked, and every session it was traded for has ended with it.`,
          ])
        : failed(
            `No key ${command.id} stands: there is none of that id, or it was revoked or has expired before. "jauge keys list" shows them all.`,
          )
    case 'audit': {
      const entries = await access.audit(command.limit)
      return done(entries.length === 0 ? ['The log is empty.'] : columns(entries.map(lineOf)))
    }
    case 'purge':
      return (await store.purge(command.id, OPERATOR)) ? done(PURGED) : failed(NOT_THERE)
  }
}

const PURGED = [
  'The report is purged: every revision, every copy, and what was made of them. It cannot come back, by an import either.',
  'What remains is an entry in the log that something was purged. Caches in front may show it for ten minutes more.',
  'Backups made before this still hold it: make a new one and destroy those.',
]
/** The id is not repeated: what was asked about may be somebody's safety too. */
const NOT_THERE =
  'There is no report of that id, so nothing was purged. Look at the id again; a report that was purged before is not there either.'

function done(lines: string[]): Outcome {
  return { isDone: true, lines }
}

function failed(line: string): Outcome {
  return { isDone: false, lines: [line] }
}

function sentenceOf({ id, role, label, expiresAt }: AccessKey): string {
  const until = expiresAt === null ? 'which lasts until it is revoked' : `until ${shown(expiresAt)}`
  return `${role} key ${id} for ${printable(label)}, ${until}`
}

function rowOf(key: AccessKey): string[] {
  return [key.id, key.role, stateOf(key), printable(key.label)]
}

function stateOf(key: AccessKey): string {
  const { expiresAt, revokedAt } = key
  if (revokedAt !== null) return `revoked ${shown(revokedAt)}`
  if (!stands(key, new Date().toISOString())) return `expired ${shown(expiresAt)}`
  return expiresAt === null ? 'stands' : `stands until ${shown(expiresAt)}`
}

function lineOf({ at, by, action, about }: AuditEntry): string[] {
  return [shown(at), action, printable(by), printable(about ?? '')]
}

/** "2026-11-23 02:07:16 UTC". */
function shown(instant: string | null): string {
  return instant === null ? '' : `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`
}

/** Names come from people and identity providers: nothing in them may steer a terminal or begin a line. */
function printable(text: string): string {
  return text.replace(/\p{C}|[\p{Zl}\p{Zp}]/gu, '·')
}

/** Rows as lines whose columns stand under each other. */
function columns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
