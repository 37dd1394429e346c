import { eq, inArray } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import { appendToLog } from '#server/access/postgres-access.ts'
import { reportId } from './content.ts'
import { chunks, lockForWriting, stateOf } from './postgres-state.ts'
import type { Database, Query } from './postgres-state.ts'
import type { Draft } from './store.ts'
import { deployment, purged, revisions } from './tables.ts'
import { tombstoneOf, tombstonesOf } from './tombstone.ts'

/** Removes a report, keeps its tombstone and tells the log, all or nothing. False when there is no such report. */
export async function purgeReport(
  database: Database,
  { id, by, now }: { id: string; by: string; now: () => Instant },
): Promise<boolean> {
  const known = reportId(id)
  if (known === null) return false
  return database.transaction(async (transaction) => {
    await lockForWriting(transaction)
    // The copies go with their revisions: the database sees to it.
    const gone = await transaction
      .delete(revisions)
      .where(eq(revisions.id, known))
      .returning({ id: revisions.id })
    if (gone.length === 0) return false
    await transaction.insert(purged).values({ digest: await tombstoneOf(known) })
    await appendToLog(transaction, { at: now(), by, action: 'report-purged', about: null })
    const { version } = await stateOf(transaction)
    await transaction.update(deployment).set({ version: version + 1 })
    return true
  })
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
