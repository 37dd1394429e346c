import * as z from 'zod/mini'
import type { Precision } from './position.ts'
import type { ReportKind } from './report.ts'

/** How far a report may still speak for the moment shown. Past `stale` its subject is unknown, not unchanged. */
export const Freshness = z.enum(['fresh', 'ageing', 'stale', 'unknown'])
export type Freshness = z.infer<typeof Freshness>

type Limits = readonly [fresh: number, ageing: number, stale: number]

/** Hours. A field report is dated to the minute and ages fast. */
const FIELD_HOURS: Record<ReportKind, Limits> = {
  queue: [4, 12, 24],
  price: [72, 168, 336],
  convoy: [12, 36, 96],
  incident: [72, 336, 720],
  bulletin: [192, 720, 2160],
}

/** Hours. A press fact is dated to the day at best, and weekly bulletins come a week apart. */
const PRESS_HOURS: Record<ReportKind, Limits> = {
  queue: [2 * 24, 7 * 24, 14 * 24],
  price: [7 * 24, 14 * 24, 42 * 24],
  convoy: [8 * 24, 15 * 24, 28 * 24],
  incident: [3 * 24, 14 * 24, 28 * 24],
  bulletin: [8 * 24, 30 * 24, 90 * 24],
}

/**
 * Freshness of something last true `ageHours` before the moment shown (0 or less counts as fresh).
 * The limits are ours; they are listed on the method page.
 */
export function freshness(kind: ReportKind, precision: Precision, ageHours: number): Freshness {
  const [fresh, ageing, stale] = freshnessLimits(kind, precision)
  if (ageHours <= fresh) return 'fresh'
  if (ageHours <= ageing) return 'ageing'
  if (ageHours <= stale) return 'stale'
  return 'unknown'
}

/** The three limits in hours, for the method page and for tests. */
export function freshnessLimits(kind: ReportKind, precision: Precision): Limits {
  return precision === 'minute' || precision === 'hour' ? FIELD_HOURS[kind] : PRESS_HOURS[kind]
}
