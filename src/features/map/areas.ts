import { onWorld, WORLD } from '#figures/map/ground.ts'
import { AREA_FROM_METRES } from '#figures/map/spot.ts'
import type { Spot } from '#figures/map/spot.ts'
import type { Draw } from './sheet.ts'

const EQUATOR_METRES = 40_075_017

export type AreaLook = {
  color: string
  dash: readonly number[]
  /** Of its edge and of what it covers, 0–1. */
  opacity: number
  fill: number
}

/** What is known only roughly, as circles of their true size; null where everything is known well enough. */
export function areasDrawing<Item extends { spot: Spot }>(
  items: readonly Item[],
  lookOf: (item: Item, nth: number) => AreaLook,
): Draw | null {
  const rough: (ReturnType<typeof circleOf> & AreaLook)[] = []
  for (const [nth, item] of items.entries())
    if (item.spot.radiusMetres >= AREA_FROM_METRES)
      rough.push({ ...circleOf(item.spot), ...lookOf(item, nth) })
  if (rough.length === 0) return null
  return ({ context, scale, colorOf }) => {
    for (const { x, y, radius, color, dash, opacity, fill } of rough) {
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      context.fillStyle = colorOf(color)
      context.strokeStyle = context.fillStyle
      context.globalAlpha = fill
      context.fill()
      context.globalAlpha = opacity
      context.lineWidth = 1 / scale
      context.setLineDash(dash.map((part) => part / scale))
      context.stroke()
    }
  }
}

function circleOf({ lat, lon, radiusMetres }: Spot) {
  const metres = (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180)) / WORLD
  return { ...onWorld(lon, lat), radius: radiusMetres / metres }
}
