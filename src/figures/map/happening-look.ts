import type { Happening } from '#domain/happening.ts'
import { daysBetween } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'

export type Age = 'recent' | 'month' | 'older'

/** Whole days from the last day of something to the moment shown; 0 while it lasts. */
export function daysSince(happening: Pick<Happening, 'period'>, at: Day): number {
  return Math.max(0, daysBetween(happening.period.to, at))
}

/** Strong for a week, medium for the 28 days that decide a corridor's status, faint after that. */
export function ageOf(days: number): Age {
  if (days <= 7) return 'recent'
  return days <= 28 ? 'month' : 'older'
}

/** What has begun by the moment shown: the map never shows a day later than its date. */
export function begunBy<Kind extends Pick<Happening, 'period'>>(
  all: readonly Kind[],
  at: Day,
): Kind[] {
  return all.filter(({ period }) => period.from <= at)
}

/** Convoys stay on the map for a week: an arrival is news, not a state. */
export function arrivedLately(convoys: readonly Happening[], at: Day): Happening[] {
  return begunBy(convoys, at).filter((convoy) => daysSince(convoy, at) <= 7)
}

/** Tankers destroyed and captured, best figures; null when no credible source counts any. */
export function tankersLost({ accounts }: Pick<Happening, 'accounts'>): number | null {
  const counts = ['tankersDestroyed', 'tankersCaptured'].map(
    (quantity) => accounts.find((account) => account.quantity === quantity)?.value?.best ?? null,
  )
  const known = counts.filter((count) => count !== null)
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)
}

/** Tankers that arrived, best figure; null when nobody gave one. */
export function tankersArrived({ accounts }: Pick<Happening, 'accounts'>): number | null {
  return accounts.find(({ quantity }) => quantity === 'tankersArrived')?.value?.best ?? null
}

/** Diameter in pixels: its area grows with the toll, between what can be seen and what hides the road. */
export function markSize(tankers: number | null): number {
  if (tankers === null) return 16
  return Math.round(Math.min(34, Math.max(14, 10 + Math.sqrt(tankers) * 3)))
}
