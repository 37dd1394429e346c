import { addDays, daysBetween, isoWeekOf, lengthInDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'

/** Where a day starts on the track, 0–1. */
export function shareOf(day: Day, window: Period): number {
  return daysBetween(window.from, day) / lengthInDays(window)
}

/** The day under a point of the track, 0–1; never outside the window. */
export function dayUnder(share: number, window: Period): Day {
  const days = lengthInDays(window)
  return addDays(window.from, Math.min(days - 1, Math.max(0, Math.floor(share * days))))
}

/** Mondays inside the window, while there are few enough to tell apart. */
export function mondays({ from, to }: Period): Day[] {
  if (daysBetween(from, to) > 400) return []
  const found: Day[] = []
  for (let day = isoWeekOf(addDays(from, 6)).from; day <= to; day = addDays(day, 7)) found.push(day)
  return found
}

export type Label = { day: Day; as: 'day' | 'month' | 'year' }

/** The days that are written below the track: weeks of a short window, months of a longer one, years of a long one. */
export function labels(window: Period): Label[] {
  const days = lengthInDays(window)
  if (days <= 45) return mondays(window).map((day) => ({ day, as: 'day' }))
  const all = days <= 1100 ? firstsOf(window, 'month') : firstsOf(window, 'year')
  const every = Math.ceil(all.length / 9)
  return all
    .filter((_, index) => index % every === 0)
    .map((day) => ({ day, as: days <= 1100 ? 'month' : 'year' }))
}

function firstsOf({ from, to }: Period, unit: 'month' | 'year'): Day[] {
  const found: Day[] = []
  const date = new Date(
    `${from.slice(0, unit === 'month' ? 7 : 4)}${unit === 'month' ? '' : '-01'}-01T00:00:00Z`,
  )
  for (;;) {
    const day = date.toISOString().slice(0, 10)
    if (day > to) return found
    if (day >= from) found.push(day)
    if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
    else date.setUTCFullYear(date.getUTCFullYear() + 1)
  }
}
