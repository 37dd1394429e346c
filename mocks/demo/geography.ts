import * as z from 'zod/mini'
import { makeAtlas } from '#domain/atlas.ts'
import type { Atlas } from '#domain/atlas.ts'
import { Corridor, Leg } from '#domain/corridor.ts'
import { Place } from '#domain/place.ts'
import type { EmbedParts } from '#server/embed/parts.ts'

/** The files of the build as they came: the page fetches them while the worker's own code is on its way. */
export type GeographyFiles = { places: string; corridors: string; base: string }

const Places = z.array(Place)
const Corridors = z.object({ legs: z.array(Leg), corridors: z.array(Corridor) })

/** Fetches the geography of the build below `base`. Throws with the file's name when one does not come. */
export async function fetchGeography(base: string): Promise<GeographyFiles> {
  const [places, corridors, ground] = await Promise.all([
    fetched(`${base}geo/places.json`),
    fetched(`${base}geo/corridors.json`),
    fetched(`${base}geo/base.topo.json`),
  ])
  return { places, corridors, base: ground }
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

/** What lies under the corridors on a drawn map. */
export function baseOf({ base }: GeographyFiles): EmbedParts['base'] {
  return JSON.parse(base) as EmbedParts['base']
}
