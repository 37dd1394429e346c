import * as z from 'zod/mini'
import { Axis } from './corridor.ts'

/**
 * A named place, from a whole country down to a filling station. Positions are town centres or rougher, but for
 * stations.
 */
export const Place = z.object({
  id: z.string(),
  name: z.string(),
  nameFr: z.string(),
  kind: z.enum([
    'country',
    'region',
    'town',
    'capital',
    'quarter',
    'depot',
    'port',
    'border',
    'road',
    'area',
    'airport',
    'station',
  ]),
  /** ISO 3166 alpha-3. */
  country: z.string(),
  admin1: z.nullable(z.string()),
  /** OCHA p-codes; never derived from ISO 3166-2, whose Malian codes collide with them. */
  admin1Pcode: z.nullable(z.string()),
  pcode: z.nullable(z.string()),
  /** WGS 84 degrees; null where the place has no single position. */
  lat: z.nullable(z.number()),
  lon: z.nullable(z.number()),
  precisionMetres: z.nullable(z.number()),
  /** The place it is part of: Hamdallaye is in Bamako. */
  parent: z.nullable(z.string()),
  leg: z.nullable(z.string()),
  axis: z.nullable(Axis),
  /** Label priority on the map, 1 first. */
  rank: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  recordNames: z.array(z.string()),
})
export type Place = z.infer<typeof Place>

/**
 * The town or quarter that a station's id begins with (`bamako/etoile-3`), and of any other place its own id. It
 * stands in the id so that the gate can tell the area of a station from the report alone.
 */
export function areaOf(place: string): string {
  const end = place.indexOf('/')
  return end === -1 ? place : place.slice(0, end)
}
