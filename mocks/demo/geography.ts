import * as z from 'zod/mini'
import { makeAtlas } from '#domain/atlas.ts'
import type { Atlas } from '#domain/atlas.ts'
import { Corridor, Leg } from '#domain/corridor.ts'
import { Place } from '#domain/place.ts'

/** The files of the build as they came: the page fetches them while the worker's own code is on its way. */
export type GeographyFiles = { places: string; corridors: string }

const Places = z.array(Place)
const Corridors = z.object({ legs: z.array(Leg), corridors: z.array(Corridor) })

/** Fetches the geography of the build below `base`. Throws with the file's name when one does not come. */
export async function fetchGeography(base: string): Promise<GeographyFiles> {
  const [places, corridors] = await Promise.all([
    fetched(`${base}geo/places.json`),
    fetched(`${base}geo/corridors.json`),
  ])
  return { places, corridors }
}

async function fetched(path: string): Promise<string> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

/** The real geography, without stations. Throws when the files are not what we write. */
export function atlasOf(files: GeographyFiles): Atlas {
  const { corridors, legs } = Corridors.parse(JSON.parse(files.corridors))
  return makeAtlas(Places.parse(JSON.parse(files.places)), corridors, legs)
}
