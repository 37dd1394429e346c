import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type * as z from 'zod'
import { errorCode, OperatorError } from '#server/operator-error.ts'
import { FORMAT } from '#server/store/format.ts'
import { BACKUP, Header, Row, Seal } from './backup-format.ts'

type Take = (row: Row, header: Header) => Promise<void> | void

/** No report of ours comes near it; whatever does is no backup of ours. */
const LONGEST_LINE_BYTES = 16 * 1024 * 1024

/**
 * Hands over every row of a backup, in the order of the file, and gives its header. It throws an OperatorError when
 * the file is cut, altered or of a later release. An altered one may be found out at its very end: whoever takes rows
 * must be able to undo what they did with them.
 */
export async function readBackup(file: string, take: Take): Promise<Header> {
  try {
    return await read(file, take)
  } catch (error) {
    throw inWords(error, file)
  }
}

async function read(file: string, take: Take): Promise<Header> {
  const hash = createHash('sha256')
  let header: Header | null = null
  let sealed = false
  const left = { revisions: 0, keys: 0, log: 0, tombstones: 0, deployment: 1 }

  const source = createReadStream(file)
  const chunks = createGunzip()
  source.on('error', (error) => chunks.destroy(error)).pipe(chunks)
  try {
    for await (const line of linesIn(chunks)) {
      const value: unknown = JSON.parse(line.toString('utf8'))
      if (sealed) throw new Damage('something follows its last line')
      if (header === null) {
        header = headerOf(value, file)
        Object.assign(left, header.counts)
      } else if (Seal.safeParse(value).success) {
        sealed = true
        if (Seal.parse(value).sha256 !== hash.digest('hex'))
          throw new Damage('its content is not what its last line names')
      } else {
        const row = parsed(Row, value)
        left[row.table] -= 1
        await take(row, header)
      }
      if (!sealed) hash.update(line).update('\n')
    }
  } finally {
    source.destroy()
    chunks.destroy()
  }
  if (header === null || !sealed) throw new Damage('its end is missing')
  if (Object.values(left).some((rows) => rows !== 0))
    throw new Damage('it does not hold as many rows as its first line says')
  return header
}

/** Says what is wrong with a file, for the sentence that refuses it. */
class Damage extends Error {}

function headerOf(value: unknown, file: string): Header {
  const header = parsed(Header, value)
  if (header.backup > BACKUP || header.format > FORMAT) {
    throw new OperatorError(
      `${file} was written by a later release of Jauge (${header.release}), and this one cannot read it. Nothing was restored. Restore it with that release or a later one.`,
    )
  }
  return header
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const read = schema.safeParse(value)
  if (!read.success) throw new Damage('it holds a line that no backup has')
  return read.data
}

async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)])
      rest = []
      bytes = 0
      from = end + 1
    }
    rest.push(chunk.subarray(from))
    bytes += chunk.length - from
    if (bytes > LONGEST_LINE_BYTES) throw new Damage('it holds a line that no backup has')
  }
  if (bytes > 0) throw new Damage('its end is missing')
}

const UNREADABLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
}

function inWords(error: unknown, file: string): unknown {
  if (error instanceof OperatorError) return error
  const code = errorCode(error) ?? ''
  const cause = { cause: error }
  const unreadable = UNREADABLE[code]
  if (unreadable !== undefined)
    return new OperatorError(`${file} cannot be read: ${unreadable}.`, 1, cause)
  // What zlib and JSON say of a spoilt file helps nobody.
  const isSpoilt = code.startsWith('Z_') || error instanceof SyntaxError
  const damage = error instanceof Damage ? error.message : 'it was cut or altered on its way'
  if (!isSpoilt && !(error instanceof Damage)) return error
  return new OperatorError(
    `${file} is no whole backup of Jauge: ${damage}. Nothing was restored. Take another copy of it, or an older backup.`,
    1,
    cause,
  )
}
