import { inArray } from 'drizzle-orm'
import { copiesOf } from './copies.ts'
import type { Copy, Gate } from './copies.ts'
import { newsFrom } from './news.ts'
import type { Query } from './postgres-state.ts'
import type { StoredReport } from './store.ts'
import { copies } from './tables.ts'

/** What a revision and its copies have in common in the tables. */
export function envelopeOf({ id, revision, body, publishedAt, receivedAt }: StoredReport) {
  return {
    id,
    revision,
    kind: body.kind,
    publishedAt: new Date(publishedAt),
    receivedAt: new Date(receivedAt),
  }
}

/** Keeps the copies that the gate makes of some revisions. A statement holds as many as `chunks` gives. */
export async function insertCopies(
  query: Pick<Query, 'insert' | 'select'>,
  reports: readonly StoredReport[],
  gate: Gate,
): Promise<void> {
  const isNews = newsAmong(await earlierCopies(query, reports))
  const disclosed = reports.flatMap((stored) =>
    copiesOf(stored, gate).flatMap((made) => {
      const visibleFrom = isNews(made)
      if (visibleFrom === null) return []
      const { role, observed, copy } = made
      return {
        ...envelopeOf(stored),
        role,
        visibleFrom: new Date(visibleFrom),
        observedFrom: observed.from,
        observedTo: observed.to,
        axis: copy.corridor?.axis ?? null,
        place: copy.position?.place ?? null,
        report: copy,
      }
    }),
  )
  if (disclosed.length > 0) await query.insert(copies).values(disclosed)
}

type Earlier = Pick<Copy, 'role' | 'copy'> & { visibleFrom: number }

/** Those of the same reports that are kept already, the oldest first; only revisions have any. */
async function earlierCopies(
  query: Pick<Query, 'select'>,
  reports: readonly StoredReport[],
): Promise<Earlier[]> {
  const ids = reports.filter(({ revision }) => revision > 1).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await query
    .select({ role: copies.role, visibleFrom: copies.visibleFrom, copy: copies.report })
    .from(copies)
    .where(inArray(copies.id, ids))
    .orderBy(copies.id, copies.revision)
  return rows.map((row) => ({ ...row, visibleFrom: row.visibleFrom.getTime() }))
}

/** From when a copy tells something; what it told is then among the earlier ones. */
function newsAmong(kept: readonly Earlier[]): (made: Copy) => number | null {
  const earlier = new Map<string, Earlier[]>()
  function note(each: Earlier): void {
    const key = `${each.role} ${each.copy.id}`
    earlier.set(key, [...(earlier.get(key) ?? []), each])
  }
  kept.forEach(note)
  return (made) => {
    const { role, copy } = made
    const seen = { role, copy, visibleFrom: Date.parse(made.visibleFrom) }
    const visibleFrom = newsFrom(earlier.get(`${role} ${copy.id}`) ?? [], seen)
    if (visibleFrom !== null) note({ ...seen, visibleFrom })
    return visibleFrom
  }
}
