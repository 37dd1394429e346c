import type { Site } from '#domain/site.ts'
import type { Box } from '#figures/map/declutter.ts'
import { onWorld } from '#figures/map/ground.ts'
import { spotOf } from '#figures/map/spot.ts'
import type { Places, Spot } from '#figures/map/spot.ts'
import { siteLook } from './site-look.ts'
import type { SiteLook } from './site-look.ts'

/** A place with what its mark shows, and where: on the earth, and on the world at zoom 0. */
export type Chip = {
  id: string
  site: Site
  look: SiteLook
  spot: Spot
  world: { x: number; y: number }
}

/** Sites that have a position, ready to be laid out. */
export function chipsOf(sites: readonly Site[], places: Places): Chip[] {
  const chips: Chip[] = []
  for (const site of sites) {
    const spot = spotOf(site.position, places)
    if (!spot) continue
    const world = onWorld(spot.lon, spot.lat)
    chips.push({ id: `site ${site.place}`, site, look: siteLook(site), spot, world })
  }
  return chips
}

/** More than these are drawn on a canvas: elements would take seconds where the drawing takes a moment. */
export const MANY = 200

/** So many of those on a canvas that are in sight can be reached by key; the list has all. */
export const REACHABLE = 40

/** As near as this, in pixels, the signs of sites cover one another. */
const NEAR = 24

/**
 * Of thousands, one for each few pixels of `sight`: the first by the rank of its place, and what is known before what is
 * not. The others are too near it for a sign of their own, and are dots.
 */
export function gatheredSites(
  chips: readonly Chip[],
  places: Places,
  scale: number,
  sight: Box,
): { leading: Chip[]; dots: Chip[] } {
  const cells = new Map<number, Chip>()
  const dots: Chip[] = []
  const { left, top, width, height } = sight
  const standing = ({ site, look }: Chip) =>
    (places.get(site.place)?.rank ?? 3) + (look.reading === null ? 10 : 0)
  for (const chip of chips) {
    const [x, y] = [chip.world.x * scale, chip.world.y * scale]
    if (x < left || x > left + width || y < top || y > top + height) continue
    const cell = Math.floor(y / NEAR) * 1e6 + Math.floor(x / NEAR)
    const leader = cells.get(cell)
    if (!leader) cells.set(cell, chip)
    else if (standing(chip) < standing(leader)) {
      cells.set(cell, chip)
      dots.push(leader)
    } else dots.push(chip)
  }
  return { leading: [...cells.values()], dots }
}
