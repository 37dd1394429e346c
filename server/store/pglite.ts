import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { FolderLock } from '#server/lock.ts'
import { OperatorError } from '#server/operator-error.ts'
import type { StoreParts } from './copies.ts'
import { damaged, databaseOf, markMade, readyDatabase } from './folder.ts'
import { migrateDatabase } from './migrate.ts'
import { storesOver } from './postgres.ts'
import type { Stores } from './postgres.ts'

/** The machine keeps files in memory by itself: PGlite's own room for them, 128 MB by default, would be taken twice. */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB']

/** What is kept in the built-in database in a folder. It asks for the folder's lock because PGlite itself would let two in. */
export async function pgliteStore(
  { folder }: FolderLock,
  { backups, ...parts }: StoreParts & { backups: string },
): Promise<Stores> {
  await readyDatabase(folder)
  const path = databaseOf(folder)
  const client = await PGlite.create(path, { startParams: START }).catch((error: unknown) => {
    throw damaged(path, error)
  })
  try {
    // Nobody counts its rows for it, as a server does: by its guesses it would look at a million to find a hundred.
    await client.exec('set enable_seqscan = off')
    const database = drizzle({ client })
    await migrateDatabase(database, {
      run: (config) => migrate(database, config),
      where: `The database in ${path}`,
      backups,
    })
    await markMade(folder)
    return await storesOver(database, {
      ...parts,
      close: () => client.close(),
      tell: (line) => console.error(line),
    })
  } catch (error) {
    await client.close().catch(() => {})
    throw error instanceof OperatorError ? error : damaged(path, error)
  }
}
