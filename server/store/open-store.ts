import { join } from 'node:path'
import { lockFolder } from '#server/lock.ts'
import type { FolderLock } from '#server/lock.ts'
import type { StoreSettings } from '#server/settings.ts'
import type { Occupant } from '#server/socket.ts'
import { PRODUCT_PARTS } from './copies.ts'
import type { StoreParts } from './copies.ts'
import { claimFolder } from './folder.ts'
import { pgliteStore } from './pglite.ts'
import { postgresServerStore } from './postgres-server.ts'
import type { Stores } from './postgres.ts'

/** What is kept and, where it is kept in a folder, the lock on that; closing the store gives the lock back. */
export type OpenedStore = Stores & { lock: FolderLock | null }

/** Opens and migrates the store that the settings name. Throws a OperatorError, in one sentence, when it cannot be had. */
export async function openStore(
  settings: StoreSettings,
  what: Occupant['what'] = 'server',
  parts: StoreParts = PRODUCT_PARTS,
): Promise<OpenedStore> {
  const { data, databaseUrl, backups = join(data, 'backups') } = settings
  if (databaseUrl !== null) {
    return { ...(await postgresServerStore(databaseUrl, { ...parts, backups })), lock: null }
  }
  const lock = await lockFolder(await claimFolder(data), what)
  try {
    const { store, ...rest } = await pgliteStore(lock, { ...parts, backups })
    async function close() {
      await store.close()
      await lock.release()
    }
    return { ...rest, store: { ...store, close }, lock }
  } catch (error) {
    await lock.release()
    throw error
  }
}
