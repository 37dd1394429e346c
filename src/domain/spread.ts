import type { Estimate } from './estimate.ts'

/** From so many figures on, the lowest and the highest speak of the oddest two and no longer of the rest. */
export const MANY = 8

/** Middle value of a list; the mean of the two middle ones when even. Null for an empty list. */
export function median(values: readonly number[]): number | null {
  return quantile(ascending(values), 0.5)
}

/**
 * Many figures of one thing as one: best is their median; low and high are the lowest and the highest while they are
 * few, and from eight on their quartiles, between which the middle half of them lies.
 */
export function spreadOf(values: readonly number[]): Estimate {
  const sorted = ascending(values)
  const ends = sorted.length < MANY ? [0, 1] : [0.25, 0.75]
  const [low, high] = ends.map((share) => quantile(sorted, share))
  return { low: low ?? null, best: quantile(sorted, 0.5), high: high ?? null }
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}

/** The figure below which a share of a sorted list lies; between two neighbours it is half of each. */
function quantile(sorted: readonly number[], share: number): number | null {
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
