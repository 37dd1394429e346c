import type { Day, Instant } from '#domain/time.ts'
import { HISTORY_FROM } from './simulation.ts'

/**
 * Simulated time is counted in whole minutes, hours and days since the history begins, a Monday at midnight UTC. Texts
 * are made from these counts: a date object for each of a hundred thousand instants would cost more than the rest.
 */
export const MINUTES_A_DAY = 1_440

/** Days from 1970-01-01 to a day of the Gregorian calendar. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const yearOfEra = shifted % 400
  const era = (shifted - yearOfEra) / 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468
}

function dateOf(sinceEpoch: number): { year: number; month: number; day: number } {
  const shifted = sinceEpoch + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

const epochDay = (text: string) =>
  daysSince1970(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))

const FIRST = epochDay(HISTORY_FROM)

/** Which day of the history, 0 for its first. */
export function dayIndex(day: Day): number {
  return epochDay(day) - FIRST
}

/** Whole minutes since the history began; what is left of a minute is cut off. */
export function minuteOf(instant: Instant): number {
  const clock = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))
  return dayIndex(instant) * MINUTES_A_DAY + clock
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value))

const days: Day[] = []
/** The text of a day of the history; the same string each time it is asked for. */
export function dayText(index: number): Day {
  const known = days[index]
  if (known !== undefined) return known
  const { year, month, day } = dateOf(FIRST + index)
  const text = `${year}-${two(month)}-${two(day)}`
  if (index >= 0) days[index] = text
  return text
}

const CLOCK = Array.from(
  { length: MINUTES_A_DAY },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`,
)

const quarters: Instant[] = []
/** The text of a minute of the history. What is received is received at a quarter of an hour, and shares its text. */
export function instantText(minute: number): Instant {
  if (minute % 15 !== 0 || minute < 0) return written(minute)
  return (quarters[minute / 15] ??= written(minute))
}

function written(minute: number): Instant {
  const day = Math.floor(minute / MINUTES_A_DAY)
  return `${dayText(day)}${CLOCK[minute - day * MINUTES_A_DAY] ?? ''}`
}

/** 0 for Monday: the history begins on one. */
export function weekdayOf(day: number): number {
  return day % 7
}

/** 1 for January. */
export function monthOfYear(day: number): number {
  return dateOf(FIRST + day).month
}
