import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { MigrationConfig } from 'drizzle-orm/migrator'
import { appendToLog } from '#server/access/postgres-access.ts'
import { backUpBeforeUpgrade } from '#server/backup/before-upgrade.ts'
import { errorCode, OperatorError } from '#server/operator-error.ts'
import { APP, FORMAT } from './format.ts'
import type { Database } from './postgres-state.ts'
import { deployment } from './tables.ts'

const MIGRATIONS: MigrationConfig = {
  migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)),
  migrationsSchema: 'jauge',
  migrationsTable: 'migrations',
}

type Migrating = {
  run: (config: MigrationConfig) => Promise<void>
  /** Names the database in a sentence. */
  where: string
  /** The folder for the backup of a database that has to be changed. */
  backups: string
}

/**
 * Brings a database to our format, backing up first what an earlier release made. Refuses, before anything is written,
 * one whose schema `jauge` is not ours or is of a later format.
 */
export async function migrateDatabase(
  database: Database,
  { run, where, backups }: Migrating,
): Promise<void> {
  const state = await whoseSchema(database)
  if (state === 'foreign') {
    throw new OperatorError(
      `${where} already has a schema named "jauge" that Jauge did not make, so nothing was written to it. Give DATABASE_URL another database, or rename that schema.`,
    )
  }
  if (typeof state === 'number' && state > FORMAT)
    throw new OperatorError(laterFormat(where, state))
  const isUpgrade = typeof state === 'number' && (await isBehind(database))
  if (isUpgrade) {
    const file = await backUpBeforeUpgrade(database, backups)
    // Not on the output, which may be a key that is passed on.
    console.error(
      `The database is of an earlier release. Backed up to ${file}; bringing it up to date.`,
    )
  }
  try {
    await run(MIGRATIONS)
  } catch (error) {
    if (errorCode(error) !== '42501') throw error
    throw new OperatorError(
      `The user of ${where} may not create the schema "jauge", so there is nowhere to keep reports. Grant CREATE on that database to the user.`,
      1,
      { cause: error },
    )
  }
  if (isUpgrade) {
    const entry = { by: 'this release', action: 'backup-made', about: 'before an upgrade' } as const
    await appendToLog(database, { at: new Date().toISOString(), ...entry })
  }
}

/** True when migrations are missing. */
async function isBehind(database: Database): Promise<boolean> {
  const [last] = await database
    .select({ at: sql<string | null>`max(created_at)` })
    .from(sql`jauge.migrations`)
  const newest = Math.max(...readMigrationFiles(MIGRATIONS).map(({ folderMillis }) => folderMillis))
  return Number(last?.at ?? 0) < newest
}

/** The sentence for a folder or a database that a later release has been at. */
export function laterFormat(where: string, format: number): string {
  return `${where} was last written by a later release of Jauge (format ${format}; this release knows ${FORMAT}). It was left as it is. Start that later release, or restore an older backup.`
}

/** `empty` also after a first start that was stopped before its tables were there. */
async function whoseSchema(database: Database): Promise<'empty' | 'foreign' | number> {
  const tables = await database
    .select({ name: sql<string>`c.relname` })
    .from(sql`pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace`)
    .where(sql`n.nspname = 'jauge' and c.relkind in ('r', 'p', 'v', 'm', 'f')`)
  if (tables.every(({ name }) => name === 'migrations')) return 'empty'
  if (!tables.some(({ name }) => name === 'deployment')) return 'foreign'
  try {
    const [row] = await database
      .select({ app: deployment.app, format: deployment.format })
      .from(deployment)
    return row?.app === APP ? row.format : 'foreign'
  } catch (error) {
    // No such column: a table of the same name, by somebody else.
    if (errorCode(error) === '42703') return 'foreign'
    throw error
  }
}
