import type { Place } from '#domain/place.ts'
import type { Position } from '#domain/position.ts'

export type Places = ReadonlyMap<string, Place>

/** Where something is drawn: a centre, and how far around it the truth may lie. */
export type Spot = { lat: number; lon: number; radiusMetres: number }

/** From here on a position is an area: drawn as a circle, because a point would claim to know better. */
export const AREA_FROM_METRES = 5000

/** The spot of a position, from its own coordinates or else its place's; null when neither has any. */
export function spotOf(position: Position | null, places: Places): Spot | null {
  if (position === null) return null
  const place = position.place === null ? undefined : places.get(position.place)
  const lat = position.lat ?? place?.lat ?? null
  const lon = position.lon ?? place?.lon ?? null
  if (lat === null || lon === null) return null
  // The rougher of the two: a gazetteer's centre does not sharpen a vague report.
  const radiusMetres = Math.max(position.precisionMetres ?? 0, place?.precisionMetres ?? 0)
  return { lat, lon, radiusMetres }
}
