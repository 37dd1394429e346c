import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '#server/operator-error.ts'
import { RELEASE } from '#server/release.ts'
import type { Database } from '#server/store/postgres-state.ts'
import { withoutContents } from '#server/store/quietly.ts'
import { keepBackup } from './backup-file.ts'
import { writeBackup } from './write-backup.ts'

/**
 * Backs up a database of an earlier release, into a folder that is made where there is none. Gives the file's path.
 * Throws an OperatorError when there can be no backup: then the database must stay as it is.
 */
export async function backUpBeforeUpgrade(database: Database, folder: string): Promise<string> {
  const at = new Date().toISOString()
  const moment = at.replace(/[-:]|\.\d+/g, '')
  const file = join(folder, `before-${RELEASE}-${moment}.jsonl.gz`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await keepBackup(file, (sink) => writeBackup(database, sink, { at, release: RELEASE }))
    return file
  } catch (error) {
    const why = error instanceof OperatorError ? error.message : `${folder} cannot be used.`
    throw new OperatorError(
      `This release has to bring the database up to date, and backs it up first; it could not. ${why} The database was left as it is, and Jauge was not started. Set JAUGE_BACKUPS to a folder that this user may write to and that has room, then start again.`,
      1,
      { cause: withoutContents(error, 'a backup') },
    )
  }
}
