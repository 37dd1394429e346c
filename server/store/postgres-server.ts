import type { MigrationConfig } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { errorCode, OperatorError } from '#server/operator-error.ts'
import type { StoreParts } from './copies.ts'
import { migrateDatabase } from './migrate.ts'
import { storesOver } from './postgres.ts'
import type { Stores } from './postgres.ts'

/** So that instances started together do not migrate at once. */
const MIGRATION_LOCK = 7_211_961

/** What is kept on a PostgreSQL server. Throws a OperatorError when it cannot be reached or used; the sentence never has the password. */
export async function postgresServerStore(
  url: string,
  { backups, ...parts }: StoreParts & { backups: string },
): Promise<Stores> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 10_000, max: 10 })
  // A server that goes away ends idle connections; the next query reports it, so this need not end the process.
  pool.on('error', () => {})
  const where = nameOf(url)
  try {
    const guard = await pool.connect()
    try {
      await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
      const database = drizzle({ client: pool })
      const run = (config: MigrationConfig) => migrate(database, config)
      await migrateDatabase(database, { run, where, backups })
      return await storesOver(database, {
        ...parts,
        close: () => pool.end(),
        tell: (line) => console.error(line),
      })
    } finally {
      // Closing the connection gives the lock back, also when it broke.
      guard.release(true)
    }
  } catch (error) {
    await pool.end().catch(() => {})
    throw inWords(error, where)
  }
}

/** "PostgreSQL at host:5432, database name, user name": all of the address but the password. */
function nameOf(url: string): string {
  const { host, pathname, username } = new URL(url)
  const parts = [
    `PostgreSQL at ${host || 'the local socket'}`,
    pathname.length > 1 ? `database ${decodeURIComponent(pathname.slice(1))}` : null,
    username ? `user ${decodeURIComponent(username)}` : null,
  ]
  return `${parts.filter((part) => part !== null).join(', ')},`
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'does not answer: nothing listens there. Start it, or correct DATABASE_URL',
  ENOTFOUND: 'cannot be found: the host has no address. Correct DATABASE_URL',
  EAI_AGAIN:
    'cannot be found: the name of the host could not be looked up. Correct DATABASE_URL, or look at the network',
  ETIMEDOUT: 'does not answer. Look at the network and the firewall, or correct DATABASE_URL',
  EHOSTUNREACH: 'cannot be reached. Look at the network, or correct DATABASE_URL',
  ENETUNREACH: 'cannot be reached. Look at the network, or correct DATABASE_URL',
  ECONNRESET: 'ended the connection. Look at its log, or correct DATABASE_URL',
  '28P01': 'refuses the password. Correct DATABASE_URL',
  '28000':
    'refuses this user from this address. Correct DATABASE_URL, or pg_hba.conf on that server',
  '3D000': 'has no such database. Create it, or correct DATABASE_URL',
  '42501':
    'does not let this user read and write the schema "jauge". Grant it, or use another user',
  '53300': 'has no connection left. Raise max_connections, or stop another client',
  '57P03': 'is still starting up. Try again in a moment',
}

function inWords(error: unknown, where: string): OperatorError {
  if (error instanceof OperatorError) return error
  const reason =
    REASONS[errorCode(error) ?? ''] ??
    `cannot be used: ${lastCause(error)}. Correct DATABASE_URL, or look at that server's log`
  return new OperatorError(`${where} ${reason}. Jauge was not started; nothing was changed.`, 1, {
    cause: error,
  })
}

function lastCause(error: unknown): string {
  if (error instanceof Error)
    return error.cause instanceof Error ? lastCause(error.cause) : error.message
  return String(error)
}
