import type { Happening } from '#domain/happening.ts'
import { spotOf } from '#figures/map/spot.ts'
import type { Places, Spot } from '#figures/map/spot.ts'

/** A row of more than this, in pixels, would lie in another region: its marks then overlap, the newest on top. */
const WIDEST = 80

/** Happenings at one spot, the newest first, each with how far it steps aside so that all can be seen. */
export type Placed = { happening: Happening; spot: Spot; aside: number }

/**
 * Places what has a position; what shares a spot stands in a row around it, each with the room that
 * `sizeOf` gives it in pixels.
 */
export function inRows(
  happenings: readonly Happening[],
  places: Places,
  sizeOf: (happening: Happening) => number,
): Placed[] {
  const rows = new Map<string, { happening: Happening; spot: Spot }[]>()
  for (const happening of happenings) {
    const spot = spotOf(happening.position, places)
    if (!spot) continue
    const key = `${spot.lat} ${spot.lon}`
    const row = rows.get(key)
    if (row) row.push({ happening, spot })
    else rows.set(key, [{ happening, spot }])
  }
  return [...rows.values()].flatMap((row) => {
    const sizes = row.map(({ happening }) => sizeOf(happening))
    const whole = sizes.reduce((sum, size) => sum + size, 0)
    const squeezed = Math.min(1, WIDEST / whole)
    let before = 0
    return row.map((each, i) => {
      const size = sizes[i] ?? 0
      const aside = (before + (size - whole) / 2) * squeezed
      before += size
      return { ...each, aside }
    })
  })
}

/** What no source places more finely than a road or the country: it is counted beside the map. */
export function withoutSpot(happenings: readonly Happening[], places: Places): Happening[] {
  return happenings.filter(({ position }) => spotOf(position, places) === null)
}
