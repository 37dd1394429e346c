import { daysBetween } from './time.ts'
import type { Day } from './time.ts'

/** How long the capital's last price is preferred to a newer one of a smaller town, days. */
export const PRICE_SPEAKS_FOR_DAYS = 42

/**
 * The newest figure, but the capital's while it is not out of date: a headline that jumped from Bamako to a town of
 * the far west because that was asked a day later would compare what cannot be compared. `items` are in order of time.
 */
export function capitalFirst<Item>(
  items: readonly Item[],
  about: (item: Item) => { place: string | null; to: Day },
  at: Day,
  days: number,
): Item | undefined {
  const capital = items.findLast((item) => {
    const { place, to } = about(item)
    return isCapital(place) && daysBetween(to, at) <= days
  })
  return capital ?? items.at(-1)
}

/** Bamako, one of its quarters, or a station in either. */
export function isCapital(place: string | null): boolean {
  return place !== null && /^bamako([-/]|$)/.test(place)
}
