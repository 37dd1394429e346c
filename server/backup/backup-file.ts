import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { errorCode, OperatorError } from '#server/operator-error.ts'
import type { Header } from './backup-format.ts'
import { readBackup } from './read-backup.ts'

/**
 * Has a backup written to `file`, readable by this user alone. It is written beside, put on disk, read back whole and
 * only then given its name: whatever bears that name is a whole backup. Throws an OperatorError when that name is taken.
 */
export async function keepBackup(
  name: string,
  write: (sink: Writable) => Promise<unknown>,
): Promise<Header> {
  const file = resolve(name)
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    await refuseTaken(file)
    await write(createWriteStream(beside, { flags: 'wx', mode: 0o600 }))
    await synced(beside)
    const header = await readBackup(beside, () => {})
    // Unlike renaming, it fails where somebody took the name meanwhile.
    await link(beside, file)
    // So that the name itself outlives a power cut. Not every system can.
    await synced(dirname(file)).catch(() => {})
    return header
  } catch (error) {
    throw inWords(error, file)
  } finally {
    await rm(beside, { force: true })
  }
}

async function refuseTaken(file: string): Promise<void> {
  const taken = await open(file, 'r').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (taken === null) return
  await taken.close()
  throw new OperatorError(`${file} is there already, and was left as it is. Give another name.`)
}

/** Puts a file, or the names in a folder, on disk. */
async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

const REASONS: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'the name is taken',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
}

function inWords(error: unknown, file: string): unknown {
  const reason = REASONS[errorCode(error) ?? '']
  if (error instanceof OperatorError || reason === undefined) return error
  return new OperatorError(`${file} cannot be written: ${reason}. There is no backup.`, 1, {
    cause: error,
  })
}
