import type { Site, SiteReading } from '#domain/site.ts'

/** Waits as people speak of them: up to a quarter of an hour, an hour, four hours, and beyond. */
export const SEVERITIES = ['none', 'short', 'moderate', 'long', 'severe'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Band of a wait in hours; null is unknown and has none. */
export function severityOf(waitHours: number | null): Severity | null {
  if (waitHours === null) return null
  if (waitHours <= 0) return 'none'
  if (waitHours <= 0.25) return 'short'
  if (waitHours <= 1) return 'moderate'
  return waitHours <= 4 ? 'long' : 'severe'
}

/** What the mark of a place says: the one thing a driver would ask first. */
export type SiteLook =
  | { shows: 'wait'; severity: Severity; reading: SiteReading }
  | { shows: 'supplied' | 'dry' | 'mixed' | 'queue'; reading: SiteReading }
  | { shows: 'price'; reading: SiteReading }
  | { shows: 'unknown' | 'withheld'; reading: null }

const STATES: Record<string, 'supplied' | 'dry' | 'mixed' | 'queue'> = {
  open: 'supplied',
  'mostly-open': 'supplied',
  available: 'supplied',
  'no-queue': 'supplied',
  'mostly-dry': 'dry',
  out_of_stock: 'dry',
  closed_temporary: 'dry',
  closed_permanent: 'dry',
  destroyed: 'dry',
  rationed: 'mixed',
  low: 'mixed',
  open_priority_only: 'mixed',
  queue: 'queue',
}

/** A share of stations open, 0–1, as one of three words. */
function stateOfShare(share: number): 'supplied' | 'dry' | 'mixed' {
  if (share >= 0.5) return 'supplied'
  return share <= 0.2 ? 'dry' : 'mixed'
}

/** Any figure of an estimate, best first: a mark needs one, its text gives them all. */
export function figureOf({ value }: SiteReading): number | null {
  return value?.best ?? value?.high ?? value?.low ?? null
}

/**
 * Reads a site as one mark: wait before state of stations before price, and only what may still speak for the
 * moment shown. Nothing fresh enough is unknown, neither empty nor supplied; what too few tell of is withheld.
 */
export function siteLook({ readings, withheld }: Pick<Site, 'readings' | 'withheld'>): SiteLook {
  // Of thousands of sites: nothing is made on the way to the answer.
  for (const reading of readings) {
    if (reading.aspect !== 'wait' || !isLive(reading)) continue
    const severity = severityOf(figureOf(reading))
    if (severity) return { shows: 'wait', severity, reading }
  }
  for (const reading of readings) {
    const shows = isLive(reading) ? stateOf(reading) : null
    if (shows) return { shows, reading }
  }
  const isPrice = (wanted: SiteReading['aspect']) => (reading: SiteReading) =>
    reading.aspect === wanted && isLive(reading)
  const price = readings.find(isPrice('parallel-price')) ?? readings.find(isPrice('pump-price'))
  if (price) return { shows: 'price', reading: price }
  return { shows: withheld ? 'withheld' : 'unknown', reading: null }
}

const isLive = ({ freshness }: SiteReading) => freshness !== 'unknown'

/** What a reading says of stations and queues; null where it says something else. */
function stateOf(reading: SiteReading): 'supplied' | 'dry' | 'mixed' | 'queue' | null {
  const { aspect, state } = reading
  if (aspect.endsWith('price')) return null
  const named = state === null ? undefined : STATES[state]
  if (named) return named
  const share = aspect === 'stations' ? figureOf(reading) : null
  return share === null ? null : stateOfShare(share)
}
