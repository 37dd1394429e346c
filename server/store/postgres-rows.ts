import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Query } from './postgres-state.ts'

/**
 * Inserts rows that are given as columns, each under its name and type ("told text"), all of one length. Each column is one
 * parameter: thousands of small ones take twice as long.
 */
export async function insertRows(
  query: Pick<Query, 'execute'>,
  table: string,
  columns: Record<string, readonly (string | number)[]>,
): Promise<void> {
  const named = Object.entries(columns).map(([column, values]) => {
    const [name = '', type = ''] = column.split(' ')
    return { name, type, values: sql`${sql.param(values.map(String))}::text[]` }
  })
  const list = (parts: SQL[]) => sql.join(parts, sql`, `)
  const names = list(named.map(({ name }) => sql.identifier(name)).map((name) => sql`${name}`))
  const cast = list(named.map(({ name, type }) => sql`${sql.identifier(name)}::${sql.raw(type)}`))
  await query.execute(
    sql`insert into ${sql.raw(table)} (${names}) select ${cast} from unnest(${list(named.map(({ values }) => values))}) as r(${names})`,
  )
}

/** True for the rows whose uuid is among these, however many: they are one parameter. */
export function isAmong(column: PgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::uuid[])`
}

/** As PostgreSQL reads it, whatever offset it was written with. */
export function utc(moment: string | number): string {
  return new Date(moment).toISOString()
}
