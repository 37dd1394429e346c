import * as z from 'zod/mini'
import { makeAtlas } from '#domain/atlas.ts'
import type { Atlas } from '#domain/atlas.ts'
import { Corridor, Leg } from '#domain/corridor.ts'
import { Place } from '#domain/place.ts'

const Places = z.array(Place)
const Corridors = z.object({ legs: z.array(Leg), corridors: z.array(Corridor) })

/** The geography of the build below `base`, without stations. Throws with the file's name when one does not come. */
export async function fetchGeography(base: string): Promise<Atlas> {
  const [places, { corridors, legs }] = await Promise.all([
    fetched(`${base}geo/places.json`, Places),
    fetched(`${base}geo/corridors.json`, Corridors),
  ])
  return makeAtlas(places, corridors, legs)
}

async function fetched<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return schema.parse(await response.json())
}
