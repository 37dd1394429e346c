import { and, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Report } from '#domain/report.ts'
import type { Day } from '#domain/time.ts'
import { COPY_ROLES } from './copies.ts'
import { revisedAmong, revisionsOf } from './postgres-revised.ts'
import type { Query } from './postgres-state.ts'
import { further, NOWHERE } from './reach.ts'
import type { Bounds } from './revision.ts'
import { copies } from './tables.ts'
import type { CopyRole } from './tables.ts'
import type { Said } from './said.ts'
import type { Hear } from './told.ts'

/** What a role sees of an ISO week of observed days within some bounds. */
export type Week = {
  /** The newest revisions that are seen, in order of day, then id. */
  reports: readonly Report[]
  /** Copies that are seen, those of older revisions among them. */
  rows: number
  /** Whoever reads with at least these bounds sees as much. */
  reach: Bounds
  /** Whoever reads with lesser bounds than these sees nothing of it. */
  dawn: Dawn
}
export type Dawn = Pick<Bounds, 'receivedBy' | 'publishedBy'>

const UUID_LENGTH = 36

/**
 * The report that another role is told of by the very row that tells this one, as far as it is in memory; `told` are the
 * roles of the row. Asked for reports alone of which nobody may ever see a second revision.
 */
export type Heard = (id: string, monday: Day, told: readonly CopyRole[]) => Report | undefined

export type WeekParts = {
  bounds: Bounds
  heard?: Heard
  /** All reports that were ever revised, where somebody knows them already. */
  revised?: ReadonlySet<string> | null
}

export const NEVER: Dawn = { receivedBy: Infinity, publishedBy: Infinity }
/** A week of which nothing is seen. */
export const NOTHING: Week = { reports: [], rows: 0, reach: NOWHERE, dawn: NEVER }

export function earlier(a: Dawn, b: Dawn): Dawn {
  return {
    receivedBy: Math.min(a.receivedBy, b.receivedBy),
    publishedBy: Math.min(a.publishedBy, b.publishedBy),
  }
}

/** What a role sees of an observed day, in order of id; `keep` makes reports of what is said. */
export async function readDay(
  query: Pick<Query, 'select'>,
  role: CopyRole,
  observed: Day,
  {
    hear,
    monday,
    bounds,
    heard,
    revised: known = null,
    keep,
  }: WeekParts & { hear: Hear; keep: (said: Said) => Report; monday: Day },
): Promise<Week> {
  // For whom nobody is in memory nothing is marked.
  const others = heard === undefined ? [] : COPY_ROLES.filter((each) => each !== role)
  const [found] = await query
    .select({
      told: linesFor(others),
      rows: sql`count(*)`.mapWith(Number),
      visibleBy: latest(onDay[role]),
      receivedBy: latest(onDay.receivedAt),
      publishedBy: latest(onDay.publishedAt),
      firstReceived: earliest(onDay.receivedAt),
      firstPublished: earliest(onDay.publishedAt),
    })
    .from(copiesFrom(observed, observed))
    .where(isSeenBy(role, bounds))
  if (!found?.told) return NOTHING
  // Each begins with its id.
  const lines = found.told.split('\n').toSorted()
  const told = lines.map(idOf)
  const ids = known ?? (await revisedAmong(query, told))
  const several = told.filter((id) => ids.has(id))
  const revised = await revisionsOf(query, role, { ids: several, bounds })
  const reports: Report[] = []
  for (const [nth, line] of lines.entries()) {
    const id = told[nth] ?? ''
    const alike = ids.has(id) ? undefined : heard?.(id, monday, rolesIn(line, others))
    if (alike !== undefined) {
      reports.push(alike)
      continue
    }
    const said = hear(line)
    const among = revised.get(id)
    if (among === undefined || among.last === said.revision)
      reports.push(keep(numbered(said, among?.seen ?? 1)))
  }
  return {
    reports,
    rows: found.rows,
    reach: [...revised.values()].reduce(further, found),
    dawn: { receivedBy: found.firstReceived, publishedBy: found.firstPublished },
  }
}

/** The copy under its number among the revisions that are seen; what is said is nobody else's yet. */
export function numbered(said: Said, seen: number): Said {
  said.revision = seen
  return said
}

const onDay = alias(copies, 'on_day')

/**
 * The copies of some days. A fence: PGlite, which keeps no statistics, would else go through the whole of another index for
 * each other bound.
 */
export function copiesFrom(first: Day, last: Day): SQL {
  return sql`(select * from jauge.copies where observed_from >= ${first} and observed_from <= ${last} offset 0) as on_day`
}

/** Copies of some days that the role sees within the bounds. */
export function isSeenBy(role: CopyRole, { visibleBy, receivedBy, publishedBy }: Bounds) {
  return and(
    lte(onDay[role], new Date(visibleBy)),
    receivedBy === Infinity ? undefined : lte(onDay.receivedAt, new Date(receivedBy)),
    publishedBy === Infinity ? undefined : lte(onDay.publishedAt, new Date(publishedBy)),
  )
}

/**
 * The lines of all copies in one text, which is read ten times as fast as row by row; behind each, a mark for each of the
 * other roles that it is told.
 */
function linesFor(others: readonly CopyRole[]) {
  if (others.length === 0) return sql<string | null>`string_agg(${onDay.told}, E'\n')`
  const marks = others.map((role) => sql`case when ${onDay[role]} is null then 0 else 1 end`)
  const line = sql`concat(${onDay.told}, E'\t', ${sql.join(marks, sql`, `)})`
  return sql<string | null>`string_agg(${line}, E'\n')`
}

function rolesIn(line: string, others: readonly CopyRole[]): CopyRole[] {
  return others.filter((_, nth) => line.at(nth - others.length) === '1')
}

/** A line begins with the id. */
function idOf(line: string): string {
  return line.slice(0, UUID_LENGTH)
}

/** The latest of some moments, in milliseconds. */
function latest(moment: PgColumn) {
  return sql`(extract(epoch from max(${moment})) * 1000)::float8`.mapWith(Number)
}

function earliest(moment: PgColumn) {
  return sql`(extract(epoch from min(${moment})) * 1000)::float8`.mapWith(Number)
}
