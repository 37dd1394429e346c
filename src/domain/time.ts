import * as z from 'zod/mini'

/** A calendar day, `YYYY-MM-DD`. Bamako, Abidjan and Dakar keep UTC all year, so a day is a UTC day. */
export const Day = z.iso.date()
export type Day = string

/** An instant, ISO 8601 in UTC (`…Z`). */
export const Instant = z.iso.datetime()
export type Instant = string

/** Both days are included. */
export const Period = z.object({ from: Day, to: Day })
export type Period = z.infer<typeof Period>

const DAY_MS = 86_400_000

/** First instant of a day. */
export function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z`
}

/** Last millisecond of a day: the moment at which all of that day has been seen. */
export function endOf(day: Day): Instant {
  return `${day}T23:59:59.999Z`
}

/** The day an instant falls on. Instants are written in UTC, so it stands in front; this is asked a million times. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10)
}

/** `days` may be negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(startOf(day)) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(startOf(to)) - Date.parse(startOf(from))) / DAY_MS)
}

/** Days in a period, both ends counted. */
export function lengthInDays({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

/** The ISO week (Monday to Sunday) that holds a day: Mali's official bulletins run Monday to Sunday too. */
export function isoWeekOf(day: Day): Period {
  const weekday = (new Date(startOf(day)).getUTCDay() + 6) % 7
  const from = addDays(day, -weekday)
  return { from, to: addDays(from, 6) }
}

/** The calendar month that holds a day. */
export function monthOf(day: Day): Period {
  const date = new Date(startOf(day))
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
  return { from: `${day.slice(0, 7)}-01`, to: last.toISOString().slice(0, 10) }
}

/** Every ISO week that touches a period, in order. */
export function weeksIn({ from, to }: Period): Period[] {
  const weeks: Period[] = []
  for (let week = isoWeekOf(from); week.from <= to; week = isoWeekOf(addDays(week.to, 1)))
    weeks.push(week)
  return weeks
}

/** True when two periods share at least one day. */
export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** True when every day of `inner` lies in `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
