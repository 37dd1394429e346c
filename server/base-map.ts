import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BaseMap } from '#figures/map-svg/plan.ts'

/** What lies under the corridors, from the folder of the geography. Throws when it is missing. */
export async function baseMap(geography: string): Promise<BaseMap> {
  return JSON.parse(await readFile(join(geography, 'base.topo.json'), 'utf8')) as BaseMap
}
