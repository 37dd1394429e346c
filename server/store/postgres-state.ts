import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { deployment } from './tables.ts'

/** PGlite and node-postgres alike. */
export type Database = PgDatabase<PgQueryResultHKT>
export type Query = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

/** Any number will do, as long as every instance uses the same. */
const WRITERS_LOCK = 7_211_960
/** A statement carries at most 65,535 parameters. */
const ROWS_AT_ONCE = 500

/** Held until the commit: whoever comes next sees this stamp, and can only give a later one. */
export async function lockForWriting(transaction: Query): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`)
}

/** Waits for a write under way, and lets others that only wait do so too. */
export async function waitForWriters(transaction: Query): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock_shared(${WRITERS_LOCK})`)
}

export async function stateOf(query: Query) {
  const [state] = await query.select().from(deployment)
  if (state === undefined) throw new Error('The table jauge.deployment has lost its row.')
  return state
}

export function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / ROWS_AT_ONCE) }, (_, index) =>
    items.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  )
}
