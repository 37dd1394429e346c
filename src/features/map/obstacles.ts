import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Say } from '#i18n/words.ts'
import { axisAnchor } from './axis-anchor.ts'
import type { Placed } from './clusters.ts'
import { CONVOY_LIFT } from './ConvoyLayer.tsx'
import { markSize, tankersLost } from './happening-look.ts'
import type { Obstacle } from './PlaceLayer.tsx'
import { textWidth } from './text-width.ts'

/** The room an incident's sign takes on the map. */
export function incidentObstacles(placed: readonly Placed[]): Obstacle[] {
  return placed.map(({ happening, spot, aside }) => {
    const size = markSize(tankersLost(happening))
    const box = { left: aside - size / 2, top: -size / 2, width: size, height: size }
    return { lat: spot.lat, lon: spot.lon, box }
  })
}

/** The room a convoy's sign takes, above its place. */
export function convoyObstacles(placed: readonly Placed[]): Obstacle[] {
  return placed.map(({ spot, aside }) => {
    const box = { left: -34, top: CONVOY_LIFT + aside - 12, width: 68, height: 24 }
    return { lat: spot.lat, lon: spot.lon, box }
  })
}

/** The room the tags of the ways in take. */
export function tagObstacles(
  states: readonly CorridorState[],
  corridors: readonly Corridor[],
  legs: ReadonlyMap<string, Leg>,
  say: Say,
): Obstacle[] {
  return states.flatMap(({ axis, status, corridors: drawn }) => {
    const anchor = axisAnchor(axis, corridors, legs)
    if (!anchor || drawn.length === 0) return []
    const name = textWidth(say(`axis.${axis}`), '700 12px')
    const width = Math.max(name, 28 + textWidth(say(`status.${status}`), '12px')) + 14
    return [{ ...anchor, box: { left: -width / 2, top: -20, width, height: 40 } }]
  })
}
