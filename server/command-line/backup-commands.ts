import { backupThrough } from '#server/backup/backup-socket.ts'
import { keepBackup } from '#server/backup/backup-file.ts'
import type { Header } from '#server/backup/backup-format.ts'
import { readBackup } from '#server/backup/read-backup.ts'
import { aboutBackup, restoreBackup } from '#server/backup/restore.ts'
import { writeBackup } from '#server/backup/write-backup.ts'
import { OperatorError } from '#server/operator-error.ts'
import { RELEASE } from '#server/release.ts'
import type { Settings } from '#server/settings.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { existingFolder } from '#server/store/folder.ts'
import { openStore } from '#server/store/open-store.ts'
import { runningServer } from './running-server.ts'

/** `jauge backup FILE`: through the running server when one holds the folder, else by itself. */
export async function backupCommand(file: string, settings: Settings): Promise<number> {
  const running = await runningServer(settings)
  const header =
    running === null
      ? await ownBackup(file, settings)
      : await keepBackup(file, (sink) => backupThrough(running.path, sink))
  console.log(`${file} is a whole ${aboutBackup(header)}.`)
  console.log(
    'It holds everything, what nobody may see too: keep it where nobody else can read it.',
  )
  return 0
}

async function ownBackup(file: string, settings: Settings): Promise<Header> {
  // Opening would make a deployment where there is none, and a backup of nothing would pass for one.
  if (settings.databaseUrl === null && (await existingFolder(settings.data)) === null)
    throw nothingThere(settings.data)
  const { store, access, database } = await openStore(settings, 'command')
  try {
    if ((await store.version()) === 0) throw nothingThere('The store')
    const at = new Date().toISOString()
    const header = await keepBackup(file, (sink) =>
      writeBackup(database, sink, { at, release: RELEASE }),
    )
    await access.note({ by: 'command line', action: 'backup-made', about: null })
    return header
  } finally {
    await store.close()
  }
}

function nothingThere(where: string): OperatorError {
  return new OperatorError(
    `${where} holds no reports, so there is nothing to back up. Look at JAUGE_DATA or DATABASE_URL.`,
  )
}

/** `jauge restore FILE` */
export async function restoreCommand(file: string, settings: Settings): Promise<number> {
  // Read through once before anything is made: a spoilt file must not leave an empty deployment behind.
  await readBackup(file, () => {})
  if ((await runningServer(settings)) !== null) {
    throw new OperatorError(
      `A server is running on ${settings.data}, and a backup is restored only into an empty deployment: nothing was changed. Set JAUGE_DATA to a folder that does not exist yet.`,
    )
  }
  const { store, database } = await openStore(settings, 'command')
  try {
    console.log(`Restored: ${aboutBackup(await restoreBackup(database, file, PRODUCT_PARTS))}.`)
    console.log(
      'Whatever was purged after that backup was made is back: purge it again before the server is started.',
    )
    return 0
  } finally {
    await store.close()
  }
}
