import { copiesOf } from './copies.ts'
import type { Copy, Gate } from './copies.ts'
import { newsFrom } from './news.ts'
import { insertRows, isAmong, utc } from './postgres-rows.ts'
import type { Query } from './postgres-state.ts'
import type { StoredReport } from './store.ts'
import { copies } from './tables.ts'
import { makeHear, toldOf } from './told.ts'

/** Keeps the copies that the gate makes of some revisions. A statement holds as many as `chunks` gives. */
export async function insertCopies(
  query: Pick<Query, 'execute' | 'select'>,
  reports: readonly StoredReport[],
  gate: Gate,
): Promise<void> {
  const isNews = newsAmong(await earlierCopies(query, reports))
  const disclosed = reports.flatMap((stored) =>
    copiesOf(stored, gate).flatMap((made) => {
      const visibleFrom = isNews(made)
      return visibleFrom === null ? [] : { ...made, stored, visibleFrom }
    }),
  )
  if (disclosed.length === 0) return
  await insertRows(query, 'jauge.copies', {
    'id uuid': disclosed.map(({ stored }) => stored.id),
    'revision integer': disclosed.map(({ stored }) => stored.revision),
    'role text': disclosed.map(({ role }) => role),
    'observed_from date': disclosed.map(({ observed }) => observed.from),
    'visible_from timestamptz': disclosed.map(({ visibleFrom }) => utc(visibleFrom)),
    'published_at timestamptz': disclosed.map(({ stored }) => utc(stored.publishedAt)),
    'received_at timestamptz': disclosed.map(({ stored }) => utc(stored.receivedAt)),
    'told text': disclosed.map(({ copy }) => toldOf(copy)),
  })
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
    .select({ role: copies.role, visibleFrom: copies.visibleFrom, told: copies.told })
    .from(copies)
    .where(isAmong(copies.id, ids))
    .orderBy(copies.id, copies.revision)
  const hear = makeHear()
  return rows.map(({ role, visibleFrom, told }) => ({
    role,
    visibleFrom: visibleFrom.getTime(),
    copy: hear(told),
  }))
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
