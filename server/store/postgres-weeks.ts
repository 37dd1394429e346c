import { and, gt, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { byText } from '#domain/by-text.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { addDays, isoWeekOf } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { copiesFrom, earlier, isSeenBy, NEVER, readDay } from './postgres-day.ts'
import type { Week, WeekParts } from './postgres-day.ts'
import { isAmong } from './postgres-rows.ts'
import type { Query } from './postgres-state.ts'
import { further, lies, NOWHERE, reachOf } from './reach.ts'
import type { Bounds } from './revision.ts'
import { makeRows } from './rows.ts'
import { copies } from './tables.ts'
import type { CopyRole } from './tables.ts'
import type { Hear } from './told.ts'

type Select = Pick<Query, 'select'>

/**
 * Reads weeks of copies out of the database. Nothing is kept; `hear` shares what reports have in common. `breathe` lets
 * others be answered.
 */
export function makeWeeks(
  query: Select,
  { hear, breathe }: { hear: Hear; breathe: () => Promise<void> },
) {
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
      const { add: keep, pack } = makeRows()
      const dayAt = (nth: number) =>
        readDay(query, role, addDays(monday, nth), { ...parts, hear, keep, monday })
      let next = dayAt(0)
      for (let nth = 1; nth <= 7; nth += 1) {
        const day = next
        // A server looks up the day after while this one is heard.
        if (nth < 7) next = dayAt(nth)
        // Who waits for this day alone must not leave the other's failure to nobody.
        next.catch(() => {})
        days.push(await day)
        await breathe()
      }
      pack()
      return {
        reports: days.flatMap(({ reports }) => reports),
        rows: days.reduce((sum, { rows }) => sum + rows, 0),
        reach: days.map(({ reach }) => reach).reduce(further, NOWHERE),
        dawn: days.map(({ dawn }) => dawn).reduce(earlier, NEVER),
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

/** Copies that the role does not see from the beginning; its index knows these alone. */
export function isDelayed(role: CopyRole): SQL {
  return sql`${copies[role]} > 'epoch'`
}
