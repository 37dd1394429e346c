import * as z from 'zod/mini'
import { remember } from './once.ts'

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
/** Days that are kept in mind: 27 years. Reckoning with them is asked a million times for a few hundred of them. */
const DAYS_KEPT = 10_000

/** Whole days since 1970. */
const dayNumber = remember(DAYS_KEPT, (day) => Math.round(Date.parse(startOf(day)) / DAY_MS))

function dayOfNumber(days: number): Day {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

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
  return dayOfNumber(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days in a period, both ends counted. */
export function lengthInDays({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

/** The ISO week (Monday to Sunday) that holds a day: Mali's official bulletins run Monday to Sunday too. */
export const isoWeekOf: (day: Day) => Period = remember(DAYS_KEPT, (day) => {
  // 1 January 1970 was a Thursday.
  const monday = dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7)
  return { from: dayOfNumber(monday), to: dayOfNumber(monday + 6) }
})

/** The calendar month that holds a day. */
export const monthOf: (day: Day) => Period = remember(DAYS_KEPT, (day) => {
  const date = new Date(startOf(day))
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
  return { from: `${day.slice(0, 7)}-01`, to: last.toISOString().slice(0, 10) }
})

/** A day as a period of one day. */
export const onlyDay: (day: Day) => Period = remember(DAYS_KEPT, (day) => ({ from: day, to: day }))

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
