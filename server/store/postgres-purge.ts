import { count, eq, inArray } from 'drizzle-orm'
import type { Day, Instant } from '#domain/time.ts'
import { appendToLog } from '#server/access/postgres-access.ts'
import { reportId } from './content.ts'
import { chunks, lockForWriting, stateOf } from './postgres-state.ts'
import type { Database, Query } from './postgres-state.ts'
import type { Draft } from './store.ts'
import { copies, deployment, purged, revisions } from './tables.ts'
import { tombstoneOf, tombstonesOf } from './tombstone.ts'

/** Where the copies of a purged report were, for the memory of the process that purged it; nobody else is told. */
export type Purge = {
  /** The observed days of its copies. */
  days: Day[]
  /** How many reports were purged until then, this one among them. */
  tombstones: number
}

/** Removes a report, keeps its tombstone and tells the log, all or nothing. Null when there is no such report. */
export async function purgeReport(
  database: Database,
  { id, by, now }: { id: string; by: string; now: () => Instant },
): Promise<Purge | null> {
  const known = reportId(id)
  if (known === null) return null
  return database.transaction(async (transaction) => {
    await lockForWriting(transaction)
    const told = await transaction
      .delete(copies)
      .where(eq(copies.id, known))
      .returning({ day: copies.observedFrom })
    const gone = await transaction
      .delete(revisions)
      .where(eq(revisions.id, known))
      .returning({ id: revisions.id })
    if (gone.length === 0) return null
    await transaction.insert(purged).values({ digest: await tombstoneOf(known) })
    await appendToLog(transaction, { at: now(), by, action: 'report-purged', about: null })
    const { version } = await stateOf(transaction)
    await transaction.update(deployment).set({ version: version + 1 })
    return { days: told.map(({ day }) => day), tombstones: await tombstonesIn(transaction) }
  })
}

/** How many reports were ever purged. */
export async function tombstonesIn(query: Pick<Query, 'select'>): Promise<number> {
  const [counted] = await query.select({ n: count() }).from(purged)
  return counted?.n ?? 0
}

/** Tells which drafts were purged before. */
export async function purgedAmong(query: Query, drafts: Draft[]): Promise<(id: string) => boolean> {
  // Nearly always nothing ever was, and then there is nothing to work out.
  const [any] = await query.select().from(purged).limit(1)
  if (any === undefined) return () => false
  const digests = await tombstonesOf(drafts.map(({ id }) => id))
  const found = new Set<string>()
  for (const some of chunks([...digests.values()])) {
    const rows = await query.select().from(purged).where(inArray(purged.digest, some))
    for (const { digest } of rows) found.add(digest)
  }
  return (id) => found.has(digests.get(id) ?? '')
}
