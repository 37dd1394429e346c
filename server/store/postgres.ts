import { createHash } from 'node:crypto'
import { and, desc, lte } from 'drizzle-orm'
import { observedPeriod } from '#domain/report.ts'
import type { Instant } from '#domain/time.ts'
import type { AccessStore } from '#server/access/access-store.ts'
import { postgresAccess } from '#server/access/postgres-access.ts'
import { OperatorError } from '#server/operator-error.ts'
import { contentOf, reportId, withReportId } from './content.ts'
import { copyRole, nextStamp } from './copies.ts'
import type { StoreParts } from './copies.ts'
import { chunks, lockForWriting, stateOf, waitForWriters } from './postgres-state.ts'
import type { Database, Query } from './postgres-state.ts'
import { fingerprintOf, keepPolicy } from './policy-of-copies.ts'
import { keepCopies } from './kept-copies.ts'
import { insertCopies } from './postgres-copies.ts'
import { purgedAmong, purgeReport } from './postgres-purge.ts'
import type { Draft, Reading, Receipt, ReportStore, StoredReport } from './store.ts'
import { insertRows, isAmong, utc } from './postgres-rows.ts'
import { isDelayed } from './postgres-weeks.ts'
import { quietly } from './quietly.ts'
import { copies, deployment, revisions } from './tables.ts'

/** All that one database keeps, and the database itself for who copies it whole; closing the store closes it. */
export type Stores = { store: ReportStore; access: AccessStore; database: Database }

type DatabaseParts = StoreParts & {
  close: () => Promise<void>
  /** Hears what makes opening slow, in a line for the operator. */
  tell: (line: string) => void
}

/** What is kept in a migrated database, its copies made by this gate. `close` ends whatever `database` runs on. */
export async function storesOver(database: Database, parts: DatabaseParts): Promise<Stores> {
  const policy = await fingerprintOf(parts.gate)
  await keepPolicy(database, { ...parts, policy })
  return {
    store: quietly(postgresStore(database, { ...parts, policy })),
    access: quietly(postgresAccess(database, parts)),
    database,
  }
}

function postgresStore(
  database: Database,
  { now, gate, policy, close }: Omit<DatabaseParts, 'tell'> & { policy: string },
): ReportStore {
  const kept = keepCopies(database, now)
  return {
    async append(drafts) {
      const ready = drafts.map(withReportId)
      return database.transaction(async (transaction) => {
        await lockForWriting(transaction)
        const state = await stateOf(transaction)
        if (state.policy !== policy) throw anotherPolicy()
        const stamp = nextStamp(now(), state.lastReceived?.toISOString() ?? null)
        const newest = await newestOf(transaction, ready)
        const isPurged = await purgedAmong(transaction, ready)
        const { receipts, reports } = revise(ready, { newest, isPurged, receivedAt: stamp })
        if (reports.length === 0) return receipts
        for (const some of chunks(reports)) await insertReports(transaction, some, gate)
        await transaction
          .update(deployment)
          .set({ version: state.version + 1, lastReceived: new Date(stamp) })
        return receipts
      })
    },

    read: (reading) => kept.read(reading),

    async revisions(id, reading) {
      const known = reportId(id)
      if (known === null) return []
      return kept.revisions(known, reading)
    },

    async newest(ids, reading) {
      return kept.newest([...new Set(ids.flatMap((id) => reportId(id) ?? []))], reading)
    },

    async lastReceived(reader) {
      const change = await lastChange(database, reader)
      const { lastReceived } = await stateOf(database)
      if (change === null || (lastReceived !== null && change <= lastReceived.toISOString())) {
        return change
      }
      // A delay ran out after the last commit. Waiting for an append under way keeps its stamp from falling behind.
      return database.transaction(async (transaction) => {
        await waitForWriters(transaction)
        return lastChange(transaction, reader)
      })
    },

    async purge(id, by) {
      const purge = await purgeReport(database, { id, by, now })
      if (purge !== null) kept.wasPurged(purge)
      return purge !== null
    },

    async version() {
      return (await stateOf(database)).version
    },

    async ping() {
      await stateOf(database)
    },

    async close() {
      await kept.close()
      await close()
    },
  }
}

/** Copies of two policies side by side would be worse than none. */
function anotherPolicy(): OperatorError {
  return new OperatorError(
    'Another release has taken this database over and decides by its own policy what each role may see, so nothing was written. Stop this one.',
  )
}

async function lastChange(
  query: Query,
  { role, clock }: Pick<Reading, 'role' | 'clock'>,
): Promise<Instant | null> {
  const seenFrom = copies[copyRole(role)]
  const seen = lte(seenFrom, new Date(clock))
  // Each is the first entry of an index, where max() of both would read every row.
  const [due] = await query
    .select({ at: seenFrom })
    .from(copies)
    .where(and(seen, isDelayed(copyRole(role))))
    .orderBy(desc(seenFrom))
    .limit(1)
  const [received] = await query
    .select({ at: copies.receivedAt })
    .from(copies)
    .where(seen)
    .orderBy(desc(copies.receivedAt))
    .limit(1)
  if (received === undefined) return null
  return new Date(Math.max(due?.at?.getTime() ?? 0, received.at.getTime())).toISOString()
}

type Newest = Map<string, { revision: number; digest: string }>

/** The newest revision of each draft's id, as far as there is one. */
async function newestOf(query: Query, drafts: Draft[]): Promise<Newest> {
  const newest: Newest = new Map()
  for (const some of chunks(drafts)) {
    const ids = some.map(({ id }) => id)
    const rows = await query
      .select({ id: revisions.id, revision: revisions.revision, digest: revisions.digest })
      .from(revisions)
      .where(isAmong(revisions.id, ids))
      .orderBy(revisions.id, revisions.revision)
    for (const { id, revision, digest } of rows) newest.set(id, { revision, digest })
  }
  return newest
}

export type Revised = { stored: StoredReport; digest: string }

/** Names what a draft says: two with the same digest say the same. */
export function digestOf(draft: Draft): string {
  return createHash('sha256').update(contentOf(draft)).digest('hex')
}

type Kept = { newest: Newest; isPurged: (id: string) => boolean; receivedAt: Instant }

function revise(drafts: Draft[], { newest, isPurged, receivedAt }: Kept) {
  const reports: Revised[] = []
  const receipts = drafts.map((draft): Receipt => {
    const { id } = draft
    if (isPurged(id)) return { id, outcome: 'purged', revision: 0 }
    const before = newest.get(id)
    const digest = digestOf(draft)
    if (before?.digest === digest) return { id, outcome: 'unchanged', revision: before.revision }
    const revision = (before?.revision ?? 0) + 1
    newest.set(id, { revision, digest })
    reports.push({ stored: { ...draft, revision, receivedAt }, digest })
    return { id, outcome: revision === 1 ? 'added' : 'revised', revision }
  })
  return { receipts, reports }
}

/** Keeps some revisions and the copies that the gate makes of them. A statement holds as many as `chunks` gives. */
export async function insertReports(
  query: Query,
  reports: readonly Revised[],
  gate: StoreParts['gate'],
): Promise<void> {
  const days = reports.map(({ stored }) => observedPeriod(stored))
  await insertRows(query, 'jauge.revisions', {
    'id uuid': reports.map(({ stored }) => stored.id),
    'revision integer': reports.map(({ stored }) => stored.revision),
    'kind text': reports.map(({ stored }) => stored.body.kind),
    'observed_from date': days.map(({ from }) => from),
    'observed_to date': days.map(({ to }) => to),
    'published_at timestamptz': reports.map(({ stored }) => utc(stored.publishedAt)),
    'received_at timestamptz': reports.map(({ stored }) => utc(stored.receivedAt)),
    'digest text': reports.map(({ digest }) => digest),
    'report jsonb': reports.map(({ stored }) => JSON.stringify(stored)),
  })
  await insertCopies(
    query,
    reports.map(({ stored }) => stored),
    gate,
  )
}
