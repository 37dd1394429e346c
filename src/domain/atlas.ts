import type { Corridor, Leg } from './corridor.ts'
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
