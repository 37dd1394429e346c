import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { Corridor, Leg } from '#domain/corridor.ts'
import { Place } from '#domain/place.ts'
import { GEO, getJson } from './client.ts'
import { early } from './early.ts'

// Files of the release itself: within one visit they never change.
const forGood = { staleTime: Infinity, gcTime: Infinity } as const

export const CorridorGeometry = z.object({ legs: z.array(Leg), corridors: z.array(Corridor) })
export type CorridorGeometry = z.infer<typeof CorridorGeometry>

/** Every named place, by id. */
export const placesQuery = () =>
  queryOptions({
    queryKey: ['geo', 'places'],
    queryFn: async ({ signal }) => {
      const places = await getJson(`${GEO}places.json`, z.array(Place), signal)
      return new Map(places.map((place) => [place.id, place]))
    },
    ...forGood,
  })

/** The lines of the corridors and the legs they are made of. */
export const corridorGeometryQuery = () =>
  queryOptions({
    queryKey: ['geo', 'corridors'],
    queryFn: async ({ signal }) =>
      (early['corridors'] as CorridorGeometry | undefined) ??
      getJson(`${GEO}corridors.json`, CorridorGeometry, signal),
    ...forGood,
  })
