import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { baseMap } from './base-map.ts'
import type { EmbedParts } from './embed/parts.ts'
import { toPng } from './pictures/picture.ts'

const SOURCE = 'src/embed/enhance.ts'
const Manifest = z.record(z.string(), z.object({ file: z.string() }))

/** What the frames of other sites need of this process: the built script, by the build's own list, and pictures. */
export async function embedParts({
  client,
  geography,
}: {
  client: string
  geography: string
}): Promise<EmbedParts> {
  return {
    base: await baseMap(geography),
    script: await scriptIn(client),
    png: toPng,
  }
}

/** Null while nothing is built. */
async function scriptIn(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, '.vite/manifest.json'), 'utf8').catch(() => null)
  if (text === null) return null
  const entry = Manifest.parse(JSON.parse(text))[SOURCE]
  if (entry === undefined)
    throw new Error(`The build in ${folder} has no ${SOURCE}; build it anew.`)
  return `/${entry.file}`
}
