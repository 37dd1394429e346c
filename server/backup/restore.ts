import { sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import { OperatorError } from '#server/operator-error.ts'
import type { StoreParts } from '#server/store/copies.ts'
import { chunks, lockForWriting, stateOf } from '#server/store/postgres-state.ts'
import type { Database, Query } from '#server/store/postgres-state.ts'
import { digestOf, insertReports } from '#server/store/postgres.ts'
import type { StoredReport } from '#server/store/store.ts'
import { accessKeys, audit, deployment, purged, revisions } from '#server/store/tables.ts'
import type { Header, Row } from './backup-format.ts'
import { readBackup } from './read-backup.ts'

/** Reports that go into one statement. */
const BATCH = 250

/**
 * Brings a backup into a database that holds nothing, all of it or nothing. Reports keep their revisions and stamps, so
 * a pinned figure is the same as before; what each role may see of them is made anew by `gate`. Throws an OperatorError
 * when the database holds something or the file is not whole.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  { gate, now }: StoreParts,
): Promise<Header> {
  return database.transaction(async (transaction) => {
    await lockForWriting(transaction)
    await refuseUnlessEmpty(transaction)
    const into = intake(transaction, gate)
    const header = await readBackup(file, into.take)
    await into.finish()
    const entry = { by: 'command line', action: 'restored', about: aboutBackup(header) } as const
    await transaction.insert(audit).values({ at: new Date(now()), ...entry })
    return header
  })
}

/** Says which backup it is, for the log and the console. */
export function aboutBackup({ at, release, counts }: Header): string {
  return `backup of ${at} by release ${release}: ${counts.revisions} revisions, ${counts.keys} keys`
}

async function refuseUnlessEmpty(query: Query): Promise<void> {
  const { version } = await stateOf(query)
  let rows = version
  for (const table of [revisions, accessKeys, purged])
    rows += (
      await query
        .select({ one: sql`1` })
        .from(table)
        .limit(1)
    ).length
  if (rows === 0) return
  throw new OperatorError(
    'This deployment already holds something, and a backup is restored only into an empty one: nothing was changed. Set JAUGE_DATA to a folder that does not exist yet, or DATABASE_URL to an empty database, and restore before the server is started there for the first time.',
  )
}

/** Takes rows in file order; reports go in many at a time. */
function intake(query: Query, gate: StoreParts['gate']) {
  let reports: StoredReport[] = []

  async function flush(): Promise<void> {
    const revised = reports.map((stored) => ({ stored, digest: digestOf(draftOf(stored)) }))
    reports = []
    for (const some of chunks(revised)) await insertReports(query, some, gate)
  }

  async function take({ table, row }: Row): Promise<void> {
    switch (table) {
      case 'deployment':
        await query
          .update(deployment)
          .set({ version: row.version, lastReceived: dateOrNull(row.lastReceived) })
        return
      case 'revisions':
        reports.push(row)
        if (reports.length === BATCH) await flush()
        return
      case 'keys':
        await query.insert(accessKeys).values({
          ...row,
          createdAt: new Date(row.createdAt),
          expiresAt: dateOrNull(row.expiresAt),
          revokedAt: dateOrNull(row.revokedAt),
        })
        return
      case 'tombstones':
        await query.insert(purged).values(row)
        return
      case 'log':
        await query.insert(audit).values({ ...row, at: new Date(row.at) })
        return
    }
  }
  return { take, finish: flush }
}

/** What was handed in: the revision and the stamp are the store's. */
function draftOf({ revision: _revision, receivedAt: _receivedAt, ...draft }: StoredReport) {
  return draft
}

function dateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
