import type { Axis, Corridor, Leg } from './corridor.ts'
import { once } from './once.ts'
import type { Place } from './place.ts'

/** The geography everything is placed in: read once, never changed. */
export type Atlas = {
  places: ReadonlyMap<string, Place>
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
}

export function makeAtlas(places: Place[], corridors: Corridor[], legs: Leg[]): Atlas {
  return {
    places: new Map(places.map((place) => [place.id, place])),
    corridors,
    legs: new Map(legs.map((leg) => [leg.id, leg])),
  }
}

/** True when `place` is `asked` or lies in it (a quarter in its town). */
export function isWithin(place: string | null, asked: string, atlas: Atlas): boolean {
  for (let id = place; id !== null; id = atlas.places.get(id)?.parent ?? null)
    if (id === asked) return true
  return false
}

const TOWN_KINDS: readonly Place['kind'][] = [
  'town',
  'capital',
  'border',
  'airport',
  'depot',
  'port',
]

const townsIn = once(({ places }: Atlas) => {
  const towns = new Map<string, string>()
  for (const { id } of places.values()) {
    let at = places.get(id)
    while (at && !TOWN_KINDS.includes(at.kind))
      at = at.parent === null ? undefined : places.get(at.parent)
    if (at) towns.set(id, at.id)
  }
  return towns
})

/** The town that a quarter or a station lies in; a town is its own; null for countries, roads and areas. */
export function townOf(place: string | null, atlas: Atlas): string | null {
  return townFinder(atlas)(place)
}

/** The same for whoever asks of thousands of places: the atlas is looked up once. */
export const townFinder = once((atlas: Atlas) => {
  const towns = townsIn(atlas)
  return (place: string | null): string | null =>
    place === null ? null : (towns.get(place) ?? null)
})

const townsOnAxes = once((atlas: Atlas) => {
  const towns = new Map<Axis, Set<string>>()
  for (const { axis, nodes } of atlas.corridors) {
    const onAxis = towns.get(axis) ?? new Set()
    for (const { place } of nodes) onAxis.add(place)
    towns.set(axis, onAxis)
  }
  return towns
})

/** True for a town on the way, not for where all ways end: Bamako's queues speak of no one corridor. */
export function isOnAxis(place: string | null, axis: Axis, atlas: Atlas): boolean {
  const town = townOf(place, atlas)
  if (town === null || town === 'bamako') return false
  return townsOnAxes(atlas).get(axis)?.has(town) ?? false
}

const stationCounts = once((atlas: Atlas) => {
  const counts = new Map<string, number>()
  for (const { id, kind } of atlas.places.values()) {
    const town = kind === 'station' ? townOf(id, atlas) : null
    if (town !== null) counts.set(town, (counts.get(town) ?? 0) + 1)
  }
  return counts
})

/** How many filling stations the atlas has in a town; null where it has none, since none were counted. */
export function stationsIn(town: string, atlas: Atlas): number | null {
  return stationCounts(atlas).get(town) ?? null
}
