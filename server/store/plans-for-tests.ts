import type { Database } from './postgres-state.ts'

/** A query as it was sent, with its parameters. */
export type Asked = { text: string; values: unknown[] }
type Client = { query: (...words: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }

/** The driver under a database: of PGlite or of a pool of node-postgres. */
export function clientOf(database: Database): Client {
  const client: unknown = Reflect.get(database, '$client')
  if (typeof client !== 'object' || client === null || !('query' in client))
    throw new Error('The driver under the database is not where drizzle used to keep it.')
  return client as Client
}

/** Collects the questions about reports that are asked outside of transactions while `work` runs, each text once. */
export async function questionsOf(
  database: Database,
  work: () => Promise<unknown>,
): Promise<Asked[]> {
  const client = clientOf(database)
  const { query } = client
  const found = new Map<string, Asked[]>()
  client.query = function listened(...words: unknown[]) {
    const [first, values] = words
    const text = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text'))
    if (/jauge["\s.]+(copies|revisions)/.test(text))
      found.set(text, [...(found.get(text) ?? []), { text, values: (values ?? []) as unknown[] }])
    return Reflect.apply(query, client, words)
  }
  try {
    await work()
  } finally {
    client.query = query
  }
  // Of many days, one in the middle.
  return [...found.values()].flatMap((asked) => asked[Math.floor(asked.length / 2)] ?? [])
}

/** What PostgreSQL does to answer, line by line. */
export async function planOf(database: Database, { text, values }: Asked): Promise<string[]> {
  const { rows } = await clientOf(database).query(
    `explain (analyze, buffers, verbose off) ${text}`,
    values,
  )
  return rows.map((row) => String(row['QUERY PLAN']))
}
