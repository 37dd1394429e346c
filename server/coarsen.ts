import type { CorridorRef } from '#domain/corridor.ts'
import type { Estimate } from '#domain/estimate.ts'
import { remember } from '#domain/once.ts'
import { areaOf } from '#domain/place.ts'
import type { Position } from '#domain/position.ts'
import type { ReportBody } from '#domain/report.ts'
import { startOf } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import type { Rule } from './policy.ts'

/** Everything here is a pure function of the report alone: jitter could be averaged away. */

/** A named area is at least this wide; anything finer is a spot. */
const AREA_METRES = 1_000
const TENTH_DEGREE_METRES = 8_000
/** More than the gazetteer has. */
const AREAS_KEPT = 5_000

/** Position as finely as the rule allows; a point always becomes the area it lies in. */
export function coarsenPosition(position: Position | null, where: Rule['where']): Position | null {
  if (position === null || where === 'as-is') return position
  if (where === 'segment' || where === 'corridor') return null
  const area = areaIn(position)
  if (area !== null && (where === 'named-area' || position.lat === null)) return area
  return {
    place: null,
    lat: toTenth(position.lat),
    lon: toTenth(position.lon),
    precisionMetres: Math.max(TENTH_DEGREE_METRES, position.precisionMetres ?? TENTH_DEGREE_METRES),
  }
}

/** The leg is where a convoy gave up or was hit; the corridor, only which way it took. */
export function coarsenCorridor(
  corridor: CorridorRef | null,
  where: Rule['where'],
): CorridorRef | null {
  return corridor === null || where !== 'corridor' ? corridor : { ...corridor, leg: null }
}

/**
 * The town or quarter that a position names, without coordinates; null where it names none. A station lies in the
 * area its id begins with, and how wide that is only the gazetteer tells: the station's own metres would betray it.
 */
function areaIn({ place, lat, precisionMetres }: Position): Position | null {
  if (place === null) return null
  const area = areaOf(place)
  if (area !== place) return somewhereIn(area)
  const isArea = lat === null || (precisionMetres !== null && precisionMetres >= AREA_METRES)
  return isArea ? { place, lat: null, lon: null, precisionMetres } : null
}

/** Thousands are reported in the same few towns, whose copies may share it: nobody writes into a copy. */
const somewhereIn = remember(AREAS_KEPT, (place): Position => ({
  place,
  lat: null,
  lon: null,
  precisionMetres: null,
}))

function toTenth(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 10) / 10
}

/** Many reports fall into one hour: its text is written once. */
const hourOf = remember(20_000, (hour) => `${hour}:00:00.000Z`)
const dayStart = remember(20_000, startOf)

/** Cuts an instant down to its hour or day. */
export function coarsenInstant(instant: Instant, when: Rule['when']): Instant {
  if (when === 'as-is') return instant
  const utc = isWrittenInUtc(instant) ? instant : new Date(instant).toISOString()
  return when === 'hour' ? hourOf(utc.slice(0, 13)) : dayStart(utc.slice(0, 10))
}

/** True for "2026-01-10T14:37:12.000Z", as nearly every instant is written; another offset has another hour. */
function isWrittenInUtc(instant: Instant): boolean {
  return instant.length === 24 && instant.endsWith('Z') && instant[10] === 'T'
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
