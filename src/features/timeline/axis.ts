import { addDays, daysBetween, isoWeekOf, lengthInDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'

/** Where a day starts on the track, 0–1. */
export function shareOf(day: Day, window: Period): number {
  return daysBetween(window.from, day) / lengthInDays(window)
}

/** Where a day starts, and where its middle is, as the style sheet takes it. */
export function leftOf(day: Day, window: Period): string {
  return `${(shareOf(day, window) * 100).toFixed(3)}%`
}

export function middleOf(day: Day, window: Period): string {
  return `${(((shareOf(day, window) + shareOf(addDays(day, 1), window)) / 2) * 100).toFixed(3)}%`
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

/** A label this near the end of the track would run over it. */
const LAST_SHARE = 0.94
const MOST = 9

/**
 * The days that are written below the track: weeks of a short window, months of a longer one, years of a long
 * one. January stands as its year, so that no other month needs one.
 */
export function labels(window: Period): Label[] {
  const days = lengthInDays(window)
  const all: Label[] =
    days <= 45
      ? mondays(window).map((day) => ({ day, as: 'day' }))
      : days <= 1100
        ? firstsOf(window, 'month').map((day) => ({
            day,
            as: day.slice(5, 7) === '01' ? 'year' : 'month',
          }))
        : firstsOf(window, 'year').map((day) => ({ day, as: 'year' }))
  const every = Math.ceil(all.length / MOST)
  return all.filter(({ day }, index) => index % every === 0 && shareOf(day, window) < LAST_SHARE)
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
