import { and, gt, gte, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { byText } from '#domain/by-text.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { addDays, isoWeekOf } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { COPY_ROLES } from './copies.ts'
import { isAmong } from './postgres-rows.ts'
import type { Query } from './postgres-state.ts'
import type { Bounds } from './revision.ts'
import { copies } from './tables.ts'
import type { CopyRole } from './tables.ts'
import type { Hear } from './told.ts'

/** What a role sees of an ISO week of observed days within some bounds. */
export type Week = {
  /** The newest revisions that are seen, in order of day, then id. */
  reports: readonly Report[]
  /** Copies that are seen, those of older revisions among them. */
  rows: number
  /** Whoever reads with at least these bounds sees as much. */
  reach: Bounds
}

type Select = Pick<Query, 'select'>
const UUID_LENGTH = 36

/**
 * The report that another role is told of by the very row that tells this one, as far as it is in memory; `told` are the
 * roles of the row. Asked for reports alone of which no role may ever see a revision.
 */
export type Heard = (id: string, monday: Day, told: readonly CopyRole[]) => Report | undefined

/** Reads weeks of copies out of the database. Nothing is kept; `hear` shares what reports have in common. */
export function makeWeeks(query: Select, hear: Hear) {
  return {
    /** The Mondays of all weeks in which anybody may ever see something, in order. */
    async mondays(): Promise<Day[]> {
      const rows = await query.select({ day: sql<Day>`day::text` }).from(sql`(
        with recursive weeks as (
          select min(observed_from) as day from jauge.copies
          union all
          select (select min(observed_from) from jauge.copies
            where observed_from >= day + 8 - extract(isodow from day)::integer)
          from weeks where day is not null)
        select day from weeks where day is not null order by day) as weeks`)
      return rows.map(({ day }) => isoWeekOf(day).from)
    },

    /** A week read whole. */
    async week(
      role: CopyRole,
      monday: Day,
      { bounds, heard = () => undefined }: { bounds: Bounds; heard?: Heard },
    ): Promise<Week> {
      const inWeek = and(
        gte(copies.observedFrom, monday),
        lte(copies.observedFrom, addDays(monday, 6)),
      )
      const others = COPY_ROLES.filter((each) => each !== role)
      const isTold = others.map((each) => sql`${copies[each]} is not null`)
      // A row a day: what a table gives in one text is read ten times as fast as row by row, and a day is not too long.
      const days = await query
        .select({
          told: sql<string>`string_agg(${copies.told}, E'\n')`,
          roles: sql<boolean[]>`array[${sql.join(isTold, sql`, `)}]`,
          rows: sql`count(*)`.mapWith(Number),
          visibleBy: latest(copies[role]),
          receivedBy: latest(copies.receivedAt),
          publishedBy: latest(copies.publishedAt),
        })
        .from(copies)
        .where(and(inWeek, isSeenBy(role, bounds)))
        .groupBy(copies.observedFrom, ...isTold)
      if (days.length === 0) return { reports: [], rows: 0, reach: NOWHERE }
      const { ids, revised } = await revisedIn(query, role, { inWeek, bounds })
      const reports: Report[] = []
      for (const { told, roles } of days) {
        const alike = others.filter((_, nth) => roles[nth])
        for (const line of told.split('\n')) {
          const id = line.slice(0, UUID_LENGTH)
          const known = ids.has(id) ? undefined : heard(id, monday, alike)
          if (known !== undefined) {
            reports.push(known)
            continue
          }
          const report = hear(line)
          const among = revised.get(id)
          if (among === undefined || among.last === report.revision)
            reports.push(numbered(report, among?.seen ?? 1))
        }
      }
      return {
        reports: reports.toSorted(byDay),
        rows: days.reduce((sum, { rows }) => sum + rows, 0),
        reach: [...days, ...revised.values()].reduce(further, NOWHERE),
      }
    },

    /** The ids of the reports of which something is seen within the bounds that was not seen within those before. */
    async changed(role: CopyRole, before: Bounds, bounds: Bounds): Promise<string[]> {
      // One question for each index: of both at once, PGlite, which keeps no statistics, would look at every row.
      const later = [
        gt(copies.receivedAt, new Date(before.receivedBy)),
        and(isDelayed(role), gt(copies[role], new Date(before.visibleBy))),
      ]
      const ids = new Set<string>()
      for (const isLater of later) {
        const rows = await query
          .select({ id: copies.id })
          .from(copies)
          .where(and(isSeenBy(role, bounds), isLater))
        for (const { id } of rows) ids.add(id)
      }
      return [...ids]
    },

    /** Every copy of some reports that is seen, the oldest revision of each first. */
    async copiesOf(role: CopyRole, ids: readonly string[], bounds: Bounds) {
      const rows = await query
        .select({
          id: copies.id,
          day: copies.observedFrom,
          told: copies.told,
          visibleFrom: copies[role],
          receivedAt: copies.receivedAt,
          publishedAt: copies.publishedAt,
        })
        .from(copies)
        .where(isAmong(copies.id, ids))
        .orderBy(copies.id, copies.revision)
      return rows
        .map(({ id, day, told, ...moments }) => ({
          id,
          monday: isoWeekOf(day).from,
          told,
          reach: reachOf(moments),
        }))
        .filter(({ reach }) => lies(reach, bounds))
    },

    /** How many copies of a week are seen. */
    async rowsOf(role: CopyRole, monday: Day, bounds: Bounds): Promise<number> {
      const [counted] = await query
        .select({ rows: sql`count(*)`.mapWith(Number) })
        .from(copies)
        .where(
          and(
            gte(copies.observedFrom, monday),
            lte(copies.observedFrom, addDays(monday, 6)),
            isSeenBy(role, bounds),
          ),
        )
      return counted?.rows ?? 0
    },

    hear,
  }
}

export const NOWHERE: Bounds = {
  visibleBy: -Infinity,
  receivedBy: -Infinity,
  publishedBy: -Infinity,
}

export function further(a: Bounds, b: Bounds): Bounds {
  return {
    visibleBy: Math.max(a.visibleBy, b.visibleBy),
    receivedBy: Math.max(a.receivedBy, b.receivedBy),
    publishedBy: Math.max(a.publishedBy, b.publishedBy),
  }
}

/** True when what reaches so far is within the bounds. */
export function lies(reach: Bounds, bounds: Bounds): boolean {
  return (
    reach.visibleBy <= bounds.visibleBy &&
    reach.receivedBy <= bounds.receivedBy &&
    reach.publishedBy <= bounds.publishedBy
  )
}

/** The order of reports in a week, and of all reports. */
export function byDay(a: Report, b: Report): number {
  return byText(observedPeriod(a).from, observedPeriod(b).from) || byText(a.id, b.id)
}

/** The copy under its number among the revisions that are seen; `report` is nobody else's yet. */
export function numbered(report: Report, seen: number): Report {
  report.revision = seen
  return report
}

/** Copies that the role sees within the bounds. */
export function isSeenBy(role: CopyRole, { visibleBy, receivedBy, publishedBy }: Bounds) {
  return and(
    lte(copies[role], new Date(visibleBy)),
    receivedBy === Infinity ? undefined : lte(copies.receivedAt, new Date(receivedBy)),
    publishedBy === Infinity ? undefined : lte(copies.publishedAt, new Date(publishedBy)),
  )
}

/** Copies that the role does not see from the beginning; its index knows these alone. */
export function isDelayed(role: CopyRole): SQL {
  return sql`${copies[role]} > 'epoch'`
}

type Revisions = Bounds & { seen: number; last: number }

/**
 * Of the reports of a week, those that were ever revised, for whomever; and of each as far as the role sees it how many
 * revisions, in any week, and which is the newest.
 */
async function revisedIn(
  query: Select,
  role: CopyRole,
  { inWeek, bounds }: { inWeek: SQL | undefined; bounds: Bounds },
) {
  const revised = new Map<string, Revisions>()
  // First which they are, then by id alone: of a question that names more, PGlite, which keeps no statistics, looks at all.
  const found = await query
    .select({ id: sql<string>`revised.id` })
    .from(copies)
    .innerJoin(sql`jauge.copies revised`, sql`revised.id = ${copies.id} and revised.revision > 1`)
    .where(inWeek)
  const ids = new Set(found.map(({ id }) => id))
  if (ids.size === 0) return { ids, revised }
  const rows = await query
    .select({
      id: copies.id,
      revision: copies.revision,
      visibleFrom: copies[role],
      receivedAt: copies.receivedAt,
      publishedAt: copies.publishedAt,
    })
    .from(copies)
    .where(isAmong(copies.id, [...ids]))
  for (const { id, revision, ...moments } of rows) {
    const own = reachOf(moments)
    if (!lies(own, bounds)) continue
    const { seen, last, ...reach } = revised.get(id) ?? { seen: 0, last: 0, ...NOWHERE }
    revised.set(id, { ...further(reach, own), seen: seen + 1, last: Math.max(last, revision) })
  }
  return { ids, revised }
}

type Moments = { visibleFrom: Date | null; receivedAt: Date; publishedAt: Date }

/** Within which bounds a copy is seen; a copy that the role never sees, within none. */
function reachOf({ visibleFrom, receivedAt, publishedAt }: Moments): Bounds {
  return {
    visibleBy: visibleFrom?.getTime() ?? Infinity,
    receivedBy: receivedAt.getTime(),
    publishedBy: publishedAt.getTime(),
  }
}

/** The latest of some moments, in milliseconds. */
function latest(moment: PgColumn) {
  return sql`(extract(epoch from max(${moment})) * 1000)::float8`.mapWith(Number)
}
