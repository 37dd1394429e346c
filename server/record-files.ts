import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode, OperatorError } from './operator-error.ts'
import type { BesideFacts, RecordFiles, RecordSource } from './record/import-record.ts'

/** Reads a file of facts and what lies beside it. Throws an OperatorError when the file itself cannot be read. */
export async function recordFiles(file: string): Promise<RecordFiles> {
  const facts = await textOrNull(file)
  if (facts === null) throw new OperatorError(`${file} cannot be read: ${REASONS['ENOENT']}.`)
  return { facts, ...(await besideOf(file)) }
}

/** As `recordFiles`, but the facts are read as they are asked for. What comes through a pipe comes once, and is kept. */
export async function recordSource(file: string): Promise<RecordSource | RecordFiles> {
  const isPipe = await stat(file).then(
    (found) => !found.isFile(),
    () => false,
  )
  if (isPipe) return recordFiles(file)
  const handle = await open(file).catch((error: unknown) => {
    throw cannotRead(file, error)
  })
  await handle.close()
  const { relations, officialPrices } = await besideOf(file)
  return { relations, officialPrices, pieces: () => textIn(file) }
}

async function besideOf(file: string): Promise<BesideFacts> {
  const beside = (name: string) => textOrNull(join(dirname(file), name))
  return {
    relations: await beside('relations.csv'),
    officialPrices: await beside('official-pump-prices.csv'),
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder; name the file of reported facts in it',
  ENOTDIR: 'a part of the path is a file',
}

/** The file's text, null when there is no such file. */
async function textOrNull(file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw cannotRead(file, error)
  }
}

/** The file's text, as much of it at a time as is read at once. */
async function* textIn(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of createReadStream(file))
      yield decoder.decode(bytes as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw cannotRead(file, error)
  }
}

function cannotRead(file: string, cause: unknown): OperatorError {
  const code = errorCode(cause) ?? ''
  const reason = code.startsWith('ERR_ENCODING')
    ? 'it is not text in UTF-8'
    : (REASONS[code] ?? code)
  return new OperatorError(`${file} cannot be read: ${reason}.`, 1, { cause })
}
