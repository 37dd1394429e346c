import { findServer } from '#server/lock.ts'
import type { StoreSettings } from '#server/settings.ts'
import { existingFolder } from '#server/store/folder.ts'

/** The server that holds the data folder; null when none does, and for a PostgreSQL server, which nobody holds. */
export async function runningServer({ data, databaseUrl }: StoreSettings) {
  if (databaseUrl !== null) return null
  const folder = await existingFolder(data)
  return folder === null ? null : findServer(folder)
}
