import { DrizzleQueryError, is, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { PgliteSession } from 'drizzle-orm/pglite'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Query } from './postgres-state.ts'

/** What is to be inserted: columns of one length, each under its name and type ("told text"). */
type Columns = Record<string, readonly (string | number | null)[]>

/** Inserts rows that are given as columns, in one statement. */
export async function insertRows(
  query: Pick<Query, 'execute'>,
  table: string,
  columns: Columns,
): Promise<void> {
  const copy = copyInto(query)
  if (copy === null) await insertArrays(query, table, columns)
  else await copy(table, columns)
}

/** Each column is one parameter: thousands of small ones take twice as long. */
async function insertArrays(
  query: Pick<Query, 'execute'>,
  table: string,
  columns: Columns,
): Promise<void> {
  const named = Object.entries(columns).map(([column, values]) => {
    const [name = '', type = ''] = column.split(' ')
    const texts = values.map((value) => (value === null ? null : String(value)))
    return { name, type, values: sql`${sql.param(texts)}::text[]` }
  })
  const list = (parts: SQL[]) => sql.join(parts, sql`, `)
  const names = list(named.map(({ name }) => sql.identifier(name)).map((name) => sql`${name}`))
  const cast = list(named.map(({ name, type }) => sql`${sql.identifier(name)}::${sql.raw(type)}`))
  await query.execute(
    sql`insert into ${sql.raw(table)} (${names}) select ${cast} from unnest(${list(named.map(({ values }) => values))}) as r(${names})`,
  )
}

type CopyClient = {
  query: (text: string, values: [], options: { blob: Blob }) => Promise<unknown>
}

/**
 * PGlite reads rows from a blob in half the time that it takes for parameters; drizzle has no word for it. Null where the
 * database is none, and for a drizzle that keeps its client elsewhere.
 */
function copyInto(query: object) {
  const session: unknown = Reflect.get(query, 'session')
  if (!is(session, PgliteSession)) return null
  const client: unknown = Reflect.get(session, 'client')
  if (!isCopyClient(client)) return null
  return async (table: string, columns: Columns): Promise<void> => {
    const names = Object.keys(columns).map((column) => `"${column.split(' ')[0]}"`)
    const text = `copy ${table} (${names.join(', ')}) from '/dev/blob'`
    try {
      await client.query(text, [], { blob: new Blob([linesOf(Object.values(columns))]) })
    } catch (error) {
      throw error instanceof Error ? new DrizzleQueryError(text, [], error) : error
    }
  }
}

function isCopyClient(client: unknown): client is CopyClient {
  return typeof client === 'object' && client !== null && 'query' in client
}

/** As COPY reads it: cells between tabs, null as \N. */
function linesOf(columns: Columns[string][]): string {
  const [first = []] = columns
  let lines = ''
  for (let row = 0; row < first.length; row += 1) {
    let isFirst = true
    for (const values of columns) {
      const value = values[row] ?? null
      lines += isFirst ? '' : '\t'
      lines += value === null ? '\\N' : typeof value === 'number' ? value : escaped(value)
      isFirst = false
    }
    lines += '\n'
  }
  return lines
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? '')
    : text
}

/** True for the rows whose uuid is among these, however many: they are one parameter. */
export function isAmong(column: PgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::uuid[])`
}

/** As PostgreSQL reads it, whatever offset it was written with. */
export function utc(moment: string | number): string {
  return new Date(moment).toISOString()
}
