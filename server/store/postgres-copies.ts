import { copiesOf, COPY_ROLES } from './copies.ts'
import type { Copy, Gate } from './copies.ts'
import { newsFrom } from './news.ts'
import { insertRows, isAmong, utc } from './postgres-rows.ts'
import type { Query } from './postgres-state.ts'
import type { StoredReport } from './store.ts'
import { copies } from './tables.ts'
import type { CopyRole } from './tables.ts'
import { makeHear, reportOf, toldOf } from './told.ts'

/** Keeps the copies that the gate makes of some revisions. A statement holds as many as `chunks` gives. */
export async function insertCopies(
  query: Pick<Query, 'execute' | 'select'>,
  reports: readonly StoredReport[],
  gate: Gate,
): Promise<void> {
  const isNews = newsAmong(await earlierCopies(query, reports))
  const rows = reports.flatMap((stored) => rowsOf(stored, { gate, isNews }))
  if (rows.length === 0) return
  const from = (role: CopyRole) => rows.map(({ seenFrom }) => instantOf(seenFrom[role]))
  await insertRows(query, 'jauge.copies', {
    'id uuid': rows.map(({ stored }) => stored.id),
    'revision integer': rows.map(({ stored }) => stored.revision),
    'observed_from date': rows.map(({ observed }) => observed.from),
    'public_from timestamptz': from('public'),
    'partner_from timestamptz': from('partner'),
    'analyst_from timestamptz': from('analyst'),
    'published_at timestamptz': rows.map(({ stored }) => utc(stored.publishedAt)),
    'received_at timestamptz': rows.map(({ stored }) => utc(stored.receivedAt)),
    'told text': rows.map(({ told }) => told),
  })
}

type Row = Pick<Copy, 'copy' | 'observed'> & {
  stored: StoredReport
  told: string
  /** In milliseconds; absent for never. */
  seenFrom: Partial<Record<CopyRole, number>>
}
type IsNews = (made: Copy) => number | null

/** One row for all roles whose copies say the same. */
function rowsOf(stored: StoredReport, { gate, isNews }: { gate: Gate; isNews: IsNews }): Row[] {
  const rows: Row[] = []
  for (const made of copiesOf(stored, gate)) {
    const visibleFrom = isNews(made)
    if (visibleFrom === null) continue
    const { role, copy, observed } = made
    // What the gate left alone is the very same, and then nothing need be written out to see it.
    const alike = rows.find((row) => hasSameParts(row.copy, copy))
    const told = alike?.told ?? toldOf(copy)
    const row = alike ?? rows.find((each) => each.told === told)
    if (row !== undefined) row.seenFrom[role] = visibleFrom
    else rows.push({ stored, copy, observed, told, seenFrom: { [role]: visibleFrom } })
  }
  return rows
}

function hasSameParts(a: object, b: object): boolean {
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && Reflect.get(a, key) === Reflect.get(b, key))
  )
}

function instantOf(moment: number | undefined): string | null {
  if (moment === undefined) return null
  return moment === 0 ? EPOCH : utc(moment)
}

const EPOCH = utc(0)

type Earlier = Pick<Copy, 'role' | 'copy'> & { visibleFrom: number }

/** Those of the same reports that are kept already, the oldest first; only revisions have any. */
async function earlierCopies(
  query: Pick<Query, 'select'>,
  reports: readonly StoredReport[],
): Promise<Earlier[]> {
  const ids = reports.filter(({ revision }) => revision > 1).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await query
    .select()
    .from(copies)
    .where(isAmong(copies.id, ids))
    .orderBy(copies.id, copies.revision)
  const hear = makeHear()
  return rows.flatMap((row) => {
    const copy = reportOf(hear(row.told))
    return COPY_ROLES.flatMap((role) => {
      const visibleFrom = row[role]?.getTime()
      return visibleFrom === undefined ? [] : { role, copy, visibleFrom }
    })
  })
}

/** From when a copy tells something; what it told is then among the earlier ones. */
function newsAmong(kept: readonly Earlier[]): IsNews {
  const earlier = new Map<string, Earlier[]>()
  function note(each: Earlier): void {
    const key = `${each.role} ${each.copy.id}`
    const before = earlier.get(key)
    if (before) before.push(each)
    else earlier.set(key, [each])
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
