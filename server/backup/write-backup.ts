import { pipeline } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { and, asc, count, eq, gt, or, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import { APP } from '#server/store/format.ts'
import type { Database } from '#server/store/postgres-state.ts'
import { accessKeys, audit, deployment, purged, revisions } from '#server/store/tables.ts'
import { BACKUP } from './backup-format.ts'
import type { Header, Row } from './backup-format.ts'
import { sealed } from './seal.ts'

type Query = Pick<Database, 'select' | 'execute'>

/** How many reports are in memory at once. */
const PAGE = 500

/**
 * Writes a whole backup of a database to `sink` and ends it. All of it is read in one snapshot, so writers need not
 * stop. It reads databases of every format up to ours: an upgrade backs up what it is about to migrate.
 */
export async function writeBackup(
  database: Database,
  sink: Writable,
  { at, release }: { at: Instant; release: string },
): Promise<void> {
  await database.transaction(
    (snapshot) => pipeline(sealed(linesOf(snapshot, { at, release })), createGzip(), sink),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function* linesOf(
  query: Query,
  about: Pick<Header, 'at' | 'release'>,
): AsyncGenerator<Header | Row> {
  // Column by column: an older database has not got them all.
  const [state] = await query
    .select({
      format: deployment.format,
      version: deployment.version,
      lastReceived: deployment.lastReceived,
    })
    .from(deployment)
  if (state === undefined) throw new Error('The table jauge.deployment has lost its row.')
  const hasAccess = await isThere(query, 'access_keys')
  const counts = {
    revisions: await rowsOf(query, revisions),
    keys: hasAccess ? await rowsOf(query, accessKeys) : 0,
    log: hasAccess ? await rowsOf(query, audit) : 0,
    tombstones: hasAccess ? await rowsOf(query, purged) : 0,
  }
  yield { app: APP, backup: BACKUP, format: state.format, ...about, counts }
  const { version, lastReceived } = state
  yield { table: 'deployment', row: { version, lastReceived: iso(lastReceived) } }
  yield* reportsOf(query)
  if (hasAccess) yield* accessOf(query)
}

async function* reportsOf(query: Query): AsyncGenerator<Row> {
  let last: { id: string; revision: number } | null = null
  for (;;) {
    const after: ReturnType<typeof isAfter> | undefined = last === null ? undefined : isAfter(last)
    const page = await query
      .select({ id: revisions.id, revision: revisions.revision, report: revisions.report })
      .from(revisions)
      .where(after)
      .orderBy(asc(revisions.id), asc(revisions.revision))
      .limit(PAGE)
    for (const { report } of page) yield { table: 'revisions', row: report }
    last = page.at(-1) ?? null
    if (page.length < PAGE || last === null) return
  }
}

function isAfter({ id, revision }: { id: string; revision: number }) {
  return or(gt(revisions.id, id), and(eq(revisions.id, id), gt(revisions.revision, revision)))
}

async function* accessOf(query: Query): AsyncGenerator<Row> {
  for (const key of await query.select().from(accessKeys).orderBy(accessKeys.createdAt)) {
    const { createdAt, expiresAt, revokedAt, ...rest } = key
    const times = { createdAt: createdAt.toISOString(), expiresAt: iso(expiresAt) }
    yield { table: 'keys', row: { ...rest, ...times, revokedAt: iso(revokedAt) } }
  }
  for (const { digest } of await query.select().from(purged).orderBy(purged.digest))
    yield { table: 'tombstones', row: { digest } }
  yield* logOf(query)
}

async function* logOf(query: Query): AsyncGenerator<Row> {
  let last = 0
  for (;;) {
    const page = await query
      .select()
      .from(audit)
      .where(gt(audit.n, last))
      .orderBy(asc(audit.n))
      .limit(PAGE)
    for (const { at, by, action, about } of page)
      yield { table: 'log', row: { at: at.toISOString(), by, action, about } }
    last = page.at(-1)?.n ?? last
    if (page.length < PAGE) return
  }
}

async function rowsOf(
  query: Query,
  table: typeof revisions | typeof accessKeys | typeof audit | typeof purged,
): Promise<number> {
  const [row] = await query.select({ rows: count() }).from(table)
  return row?.rows ?? 0
}

async function isThere(query: Query, table: string): Promise<boolean> {
  const name = sql<string | null>`to_regclass(${`jauge.${table}`})::text`
  const [row] = await query.select({ name }).from(deployment)
  return row?.name != null
}

function iso(moment: Date | null): Instant | null {
  return moment?.toISOString() ?? null
}
