import * as z from 'zod/mini'

/**
 * A figure as sources give it. `best` is the one figure to print, `low` and `high` the span of the credible
 * sources. A source that says only "most" gives a span without a best. `null` is unknown, never zero.
 */
export const Estimate = z.object({
  low: z.nullable(z.number()),
  best: z.nullable(z.number()),
  high: z.nullable(z.number()),
})
export type Estimate = z.infer<typeof Estimate>

/** A figure that a single source gives without a range. */
export function exactly(value: number): Estimate {
  return { low: value, best: value, high: value }
}

/** Multiplies all three figures, as when tankers become litres. */
export function scale({ low, best, high }: Estimate, factor: number): Estimate {
  const times = (value: number | null) => (value === null ? null : value * factor)
  return { low: times(low), best: times(best), high: times(high) }
}

/**
 * Adds estimates end by end. An end that any of them does not know is unknown in the sum: a sum that
 * silently skipped it would understate.
 */
export function sum(estimates: Estimate[]): Estimate | null {
  if (estimates.length === 0) return null
  const add = (end: keyof Estimate) =>
    estimates.reduce<number | null>((total, estimate) => {
      const value = estimate[end]
      return total === null || value === null ? null : total + value
    }, 0)
  return { low: add('low'), best: add('best'), high: add('high') }
}
