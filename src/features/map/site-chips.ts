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
  /** Who has the sign where several crowd: the lower. */
  rank: number
}

/** Sites that have a position, ready to be laid out. */
export function chipsOf(sites: readonly Site[], places: Places): Chip[] {
  const chips: Chip[] = []
  for (const site of sites) {
    const spot = spotOf(site.position, places)
    if (!spot) continue
    const world = onWorld(spot.lon, spot.lat)
    const look = siteLook(site)
    const rank = (places.get(site.place)?.rank ?? 3) + (look.reading === null ? 10 : 0)
    chips.push({ id: `site ${site.place}`, site, look, spot, world, rank })
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
  scale: number,
  { left, top, width, height }: Box,
): { leading: Chip[]; dots: Chip[] } {
  const across = Math.ceil(width / NEAR) + 2
  const [west, north] = [Math.floor(left / NEAR), Math.floor(top / NEAR)]
  const cells: (Chip | undefined)[] = []
  const dots: Chip[] = []
  for (const chip of chips) {
    const [x, y] = [chip.world.x * scale, chip.world.y * scale]
    if (x < left || x > left + width || y < top || y > top + height) continue
    const cell = (Math.floor(y / NEAR) - north) * across + Math.floor(x / NEAR) - west
    const leader = cells[cell]
    if (leader && chip.rank >= leader.rank) dots.push(chip)
    else {
      if (leader) dots.push(leader)
      cells[cell] = chip
    }
  }
  return { leading: cells.filter((chip) => chip !== undefined), dots }
}
