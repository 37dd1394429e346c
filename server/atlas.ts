import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { makeAtlas } from '#domain/atlas.ts'
import type { Atlas } from '#domain/atlas.ts'
import { Corridor, Leg } from '#domain/corridor.ts'
import { Place } from '#domain/place.ts'

const Places = z.array(Place)
const Corridors = z.object({ legs: z.array(Leg), corridors: z.array(Corridor) })

/**
 * Reads the geography from a folder that holds `places.json` and `corridors.json`. Throws with the file's name when one is
 * missing or is not what we write.
 */
export async function loadAtlas(folder: string): Promise<Atlas> {
  const places = await parsed(join(folder, 'places.json'), Places)
  const { corridors, legs } = await parsed(join(folder, 'corridors.json'), Corridors)
  return makeAtlas(places, corridors, legs)
}

async function parsed<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new Error(
      `The geography in ${file} cannot be read; the files of the release are incomplete.`,
      { cause },
    )
  }
}
