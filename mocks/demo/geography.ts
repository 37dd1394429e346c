import * as z from 'zod/mini'
import { makeAtlas } from '#domain/atlas.ts'
import type { Atlas } from '#domain/atlas.ts'
import { Corridor, Leg } from '#domain/corridor.ts'
import { Place } from '#domain/place.ts'
import type { EmbedParts } from '#server/embed/parts.ts'
import type { GeographyFiles } from './geography-files.ts'

const Places = z.array(Place)
const Corridors = z.object({ legs: z.array(Leg), corridors: z.array(Corridor) })

/** The real geography, without stations. Throws when the files are not what we write. */
export function atlasOf(files: GeographyFiles): Atlas {
  const { corridors, legs } = Corridors.parse(JSON.parse(files.corridors))
  return makeAtlas(Places.parse(JSON.parse(files.places)), corridors, legs)
}

/** What lies under the corridors on a drawn map. */
export function baseOf({ base }: GeographyFiles): EmbedParts['base'] {
  return JSON.parse(base) as EmbedParts['base']
}
