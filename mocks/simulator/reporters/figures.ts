import type { Estimate } from '#domain/estimate.ts'
import { exactly } from '#domain/estimate.ts'

const known = new Map<number, Estimate>()

/** A figure given without a range. Reports of the same figure share it: there are a hundred thousand of them. */
export function figure(value: number): Estimate {
  const found = known.get(value)
  if (found) return found
  const made = exactly(value)
  known.set(value, made)
  return made
}

/** As people say a number: to the unit up to ten, to five up to fifty, then to tens and fifties. */
export function inRoundNumbers(value: number): number {
  if (value <= 10) return Math.round(value)
  if (value <= 50) return Math.round(value / 5) * 5
  if (value <= 200) return Math.round(value / 10) * 10
  return Math.round(value / 50) * 50
}

/** Hours as people say them: two, five, ten minutes, quarters of an hour, hours, days. */
export function inRoundHours(hours: number): number {
  if (hours < 0.05) return 0.03
  if (hours < 0.13) return 0.08
  if (hours < 0.21) return 0.17
  if (hours < 2) return Math.round(hours * 4) / 4
  if (hours < 6) return Math.round(hours * 2) / 2
  if (hours < 20) return Math.round(hours)
  return Math.round(hours / 6) * 6
}
