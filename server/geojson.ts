import type { Position } from '#domain/position.ts'

/** GeoJSON writes [longitude, latitude]; no position is no geometry, never 0, 0. */
export function pointAt(
  position: Position | null,
): { type: 'Point'; coordinates: [number, number] } | null {
  if (position === null || position.lat === null || position.lon === null) return null
  return { type: 'Point', coordinates: [position.lon, position.lat] }
}
