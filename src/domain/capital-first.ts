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
  return items.findLast((item) => isCapitals(about(item), at, days)) ?? items.at(-1)
}

/** True for the capital's figure while it is not out of date. */
export function isCapitals(
  { place, to }: { place: string | null; to: Day },
  at: Day,
  days: number,
): boolean {
  return isCapital(place) && daysBetween(to, at) <= days
}

/** Bamako, one of its quarters, or a station in either. */
export function isCapital(place: string | null): boolean {
  return place !== null && /^bamako([-/]|$)/.test(place)
}
