import type { Estimate } from '#domain/estimate.ts'
import type { Position, ReportBody } from '#domain/report.ts'
import type { Instant } from '#domain/time.ts'
import type { Rule } from './policy.ts'

/** Everything here is a pure function of the report alone: jitter could be averaged away. */

/** A named area is at least this wide; anything finer is a station or a spot. */
const AREA_METRES = 1_000
const TENTH_DEGREE_METRES = 8_000

/** Position as finely as the rule allows; a point always becomes the area it lies in. */
export function coarsenPosition(position: Position | null, where: Rule['where']): Position | null {
  if (position === null || where === 'as-is') return position
  if (where === 'segment') return null
  const { place, lat, lon, precisionMetres } = position
  const isArea = place !== null && precisionMetres !== null && precisionMetres >= AREA_METRES
  const isNamedRegion = place !== null && lat === null
  if (where === 'named-area' && (isArea || isNamedRegion)) {
    return { place, lat: null, lon: null, precisionMetres }
  }
  if (isNamedRegion) return position
  return {
    place: null,
    lat: toTenth(lat),
    lon: toTenth(lon),
    precisionMetres: Math.max(TENTH_DEGREE_METRES, precisionMetres ?? TENTH_DEGREE_METRES),
  }
}

function toTenth(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 10) / 10
}

/** Cuts an instant down to its hour or day. */
export function coarsenInstant(instant: Instant, when: Rule['when']): Instant {
  if (when === 'as-is') return instant
  const iso = new Date(instant).toISOString()
  return when === 'hour' ? `${iso.slice(0, 13)}:00:00.000Z` : `${iso.slice(0, 10)}T00:00:00.000Z`
}

const BANDS = [1, 10, 50, 100, 200, 500] as const

/** A count as its band: 1–9, 10–49, 50–99, 100–199, 200–499, 500 and more. Zero stays zero. */
export function band(count: Estimate | null): Estimate | null {
  const value = count?.best ?? count?.high ?? count?.low ?? null
  if (count === null || value === null) return null
  if (value < 1) return { low: 0, best: 0, high: 0 }
  const index = BANDS.findLastIndex((from) => value >= from)
  const next = BANDS[index + 1]
  return { low: BANDS[index] ?? 1, best: null, high: next === undefined ? null : next - 1 }
}

/** The body with its counts banded and the convoy's name gone, where the rule says so. */
export function coarsenBody(body: ReportBody, counts: Rule['counts']): ReportBody {
  if (counts === 'as-is' || body.kind !== 'convoy') return body
  return {
    kind: 'convoy',
    product: body.product,
    convoy: null,
    stage: body.stage,
    escorted: null,
    convoys: body.convoys,
    size: band(body.size),
    tankersDeparted: band(body.tankersDeparted),
    tankersArrived: band(body.tankersArrived),
    tankersLost: band(body.tankersLost),
    tankersTurnedBack: band(body.tankersTurnedBack),
    litres: null,
  }
}
