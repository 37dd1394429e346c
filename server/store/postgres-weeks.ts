import { and, gt, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { byText } from '#domain/by-text.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { addDays, isoWeekOf } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { COPY_ROLES } from './copies.ts'
import { revisedAmong, revisionsOf } from './postgres-revised.ts'
import { isAmong } from './postgres-rows.ts'
import type { Query } from './postgres-state.ts'
import { further, lies, NOWHERE, reachOf } from './reach.ts'
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
 * roles of the row. Asked for reports alone of which nobody may ever see a second revision.
 */
export type Heard = (id: string, monday: Day, told: readonly CopyRole[]) => Report | undefined

type WeekParts = {
  bounds: Bounds
  heard?: Heard
  /** All reports that were ever revised, where somebody knows them already. */
  revised?: ReadonlySet<string> | null
}

/**
 * Reads weeks of copies out of the database. Nothing is kept; `hear` shares what reports have in common. `breathe` lets
 * others be answered.
 */
export function makeWeeks(
  query: Select,
  { hear, breathe }: { hear: Hear; breathe: () => Promise<void> },
) {
  async function day(
    role: CopyRole,
    observed: Day,
    { monday, bounds, heard = () => undefined, revised: known = null }: WeekParts & { monday: Day },
  ): Promise<Week> {
    const others = COPY_ROLES.filter((each) => each !== role)
    const [found] = await query
      .select({
        told: linesFor(others),
        rows: sql`count(*)`.mapWith(Number),
        visibleBy: latest(onDay[role]),
        receivedBy: latest(onDay.receivedAt),
        publishedBy: latest(onDay.publishedAt),
      })
      .from(copiesFrom(observed, observed))
      .where(isSeenBy(role, bounds))
    if (!found?.told) return { reports: [], rows: 0, reach: NOWHERE }
    const lines = found.told.split('\n')
    const ids = known ?? (await revisedAmong(query, lines.map(idOf)))
    const several = lines.map(idOf).filter((id) => ids.has(id))
    const revised = await revisionsOf(query, role, { ids: several, bounds })
    const reports: Report[] = []
    for (const line of lines) {
      const id = idOf(line)
      const alike = ids.has(id) ? undefined : heard(id, monday, rolesIn(line, others))
      if (alike !== undefined) {
        reports.push(alike)
        continue
      }
      const report = hear(line)
      const among = revised.get(id)
      if (among === undefined || among.last === report.revision)
        reports.push(numbered(report, among?.seen ?? 1))
    }
    return { reports, rows: found.rows, reach: [...revised.values()].reduce(further, found) }
  }

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

    /** A week read whole, a day at a time. */
    async week(role: CopyRole, monday: Day, parts: WeekParts): Promise<Week> {
      const days: Week[] = []
      for (let nth = 0; nth < 7; nth += 1) {
        days.push(await day(role, addDays(monday, nth), { ...parts, monday }))
        await breathe()
      }
      return {
        reports: days.flatMap(({ reports }) => reports.toSorted(byDay)),
        rows: days.reduce((sum, { rows }) => sum + rows, 0),
        reach: days.map(({ reach }) => reach).reduce(further, NOWHERE),
      }
    },

    /** The ids of the reports of which something is seen within the bounds that was not seen within those before. */
    async changed(role: CopyRole, before: Bounds, bounds: Bounds): Promise<string[]> {
      const seenFrom = copies[role]
      // One question for each index, which bounds it on both sides: of both at once, PGlite would look at every row.
      const later = [
        and(
          gt(copies.receivedAt, new Date(before.receivedBy)),
          lte(copies.receivedAt, new Date(bounds.receivedBy)),
        ),
        and(
          isDelayed(role),
          gt(seenFrom, new Date(before.visibleBy)),
          lte(seenFrom, new Date(bounds.visibleBy)),
        ),
      ]
      const ids = new Set<string>()
      for (const isLater of later) {
        const rows = await query
          .select({
            id: copies.id,
            visibleFrom: seenFrom,
            receivedAt: copies.receivedAt,
            publishedAt: copies.publishedAt,
          })
          .from(copies)
          .where(isLater)
        for (const { id, ...moments } of rows) if (lies(reachOf(moments), bounds)) ids.add(id)
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
        .from(copiesFrom(monday, addDays(monday, 6)))
        .where(isSeenBy(role, bounds))
      return counted?.rows ?? 0
    },
  }
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

/** Copies that the role does not see from the beginning; its index knows these alone. */
export function isDelayed(role: CopyRole): SQL {
  return sql`${copies[role]} > 'epoch'`
}

const onDay = alias(copies, 'on_day')

/**
 * The copies of some days. A fence: PGlite, which keeps no statistics, would else go through the whole of another index for
 * each other bound.
 */
function copiesFrom(first: Day, last: Day): SQL {
  return sql`(select * from jauge.copies where observed_from >= ${first} and observed_from <= ${last} offset 0) as on_day`
}

/** Copies of some days that the role sees within the bounds. */
function isSeenBy(role: CopyRole, { visibleBy, receivedBy, publishedBy }: Bounds) {
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
