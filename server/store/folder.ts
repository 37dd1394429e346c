import { randomBytes } from 'node:crypto'
import {
  access,
  constants,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { errorCode, OperatorError } from '#server/operator-error.ts'
import { APP, FORMAT } from './format.ts'
import { laterFormat } from './migrate.ts'

/** The major version of PostgreSQL inside PGlite: files of another one cannot be read. */
export const POSTGRES_MAJOR = '18'

/** `made` once the database in it has been opened and migrated: until then nothing was ever promised. */
const Marker = z.object({ app: z.literal(APP), format: z.int(), made: z.boolean() })
type Marker = z.infer<typeof Marker>

const markerOf = (data: string) => join(data, 'jauge.json')
export const databaseOf = (data: string) => join(data, 'pglite')

/**
 * Makes the folder, or makes sure that it is ours; gives its real path. A folder with anything else in it is
 * refused and left as it is: initialising a database there could only harm what somebody keeps in it.
 */
export async function claimFolder(data: string): Promise<string> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 })
    const folder = await realpath(data)
    const names = await readdir(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (names.includes('jauge.json')) {
      await readMarker(folder)
    } else if (names.some((name) => !isOurs(name))) {
      throw new OperatorError(
        `${folder} holds files that are not Jauge's, so it was left untouched. Set JAUGE_DATA to a folder that is empty or does not exist yet.`,
      )
    } else await claim(folder)
    return folder
  } catch (error) {
    throw inWords(error, data)
  }
}

/** The real path of a folder that may hold our database already; null when there is none. */
export async function existingFolder(data: string): Promise<string | null> {
  return realpath(data).catch(() => null)
}

/**
 * Clears the way for opening the database; to be called under the folder's lock. What a first start left
 * half-made is removed. A database that was once made and lacks a part is refused: PGlite would take a folder
 * without PG_VERSION for an empty one and initialise it over the reports.
 */
export async function readyDatabase(folder: string): Promise<void> {
  const database = databaseOf(folder)
  try {
    const { made } = await readMarker(folder)
    if (!made) return await rm(database, { recursive: true, force: true })
    const version = await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => '')
    const wal = await readdir(join(database, 'pg_wal')).catch(() => [])
    await access(database, constants.R_OK | constants.W_OK | constants.X_OK)
    await access(join(database, 'global', 'pg_control'), constants.R_OK | constants.W_OK)
    if (/^\d+\s*$/.test(version) && version.trim() !== POSTGRES_MAJOR) {
      throw new OperatorError(
        `The database in ${database} is of PostgreSQL ${version.trim()}; this release reads ${POSTGRES_MAJOR}. It was left as it is. Start the release that made it and export the reports, or restore a backup.`,
      )
    }
    if (version.trim() !== POSTGRES_MAJOR || !wal.some((name) => /^[0-9A-F]{24}$/.test(name))) {
      throw damaged(database)
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw damaged(database, error)
    throw inWords(error, folder)
  }
}

/** From now on, what lies in the folder is never removed. */
export async function markMade(folder: string): Promise<void> {
  const draft = await draftMarker(folder, { app: APP, format: FORMAT, made: true })
  await rename(draft, markerOf(folder))
}

/** The sentence for a database that PostgreSQL cannot open. */
export function damaged(database: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `The database in ${database} is damaged and cannot be opened; nothing in it was removed. Restore the folder from a backup, or move it away to start with an empty one.`,
    1,
    { cause },
  )
}

/** Names that a starting server may leave in a folder before its marker is written. */
function isOurs(name: string): boolean {
  return /^(jauge\.json\.[0-9a-f]+|server\.\d+\.[0-9a-f]+\.sock(\.new)?)$/.test(name)
}

async function readMarker(folder: string): Promise<Marker> {
  const text = await readFile(markerOf(folder), 'utf8')
  const marker = Marker.safeParse(asJson(text))
  if (!marker.success) {
    throw new OperatorError(
      `${markerOf(folder)} is not the marker Jauge writes, so the folder was left untouched. Set JAUGE_DATA to another folder, or restore that file from a backup.`,
    )
  }
  if (marker.data.format > FORMAT) throw new OperatorError(laterFormat(folder, marker.data.format))
  return marker.data
}

/** A marker that another starter wrote meanwhile stays: it may already say that the database is made. */
async function claim(folder: string): Promise<void> {
  const draft = await draftMarker(folder, { app: APP, format: FORMAT, made: false })
  await link(draft, markerOf(folder)).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
  await rm(draft)
}

/** Beside the marker, to be moved into its place whole: a reader never finds half a marker. */
async function draftMarker(folder: string, marker: Marker): Promise<string> {
  // Not named by the process id: two containers that share a folder are both process 1.
  const draft = `${markerOf(folder)}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${JSON.stringify(marker)}\n`)
  return draft
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'this user may not read and write there',
  EPERM: 'this user may not read and write there',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'it is a file',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the path is too long',
}

function inWords(error: unknown, path: string): unknown {
  const reason = REASONS[errorCode(error) ?? '']
  if (error instanceof OperatorError || reason === undefined) return error
  return new OperatorError(
    `The data folder ${path} cannot be used: ${reason}. Put that right, or set JAUGE_DATA to another folder.`,
    1,
    { cause: error },
  )
}
