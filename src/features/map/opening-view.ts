import type { Corridor, Leg } from '#domain/corridor.ts'
import { onWorld } from '#figures/map/ground.ts'
import { BOX } from './extent.ts'

/** South-west and north-east, each as latitude and longitude. */
export type Corners = [[south: number, west: number], [north: number, east: number]]

export const ZOOMS = { least: 5, most: 10, snap: 0.25 } as const
/** Room for the names of the outermost ports, in pixels. */
export const MARGINS = {
  paddingTopLeft: [12, 24] as [number, number],
  paddingBottomRight: [12, 30] as [number, number],
}

/** The leading corridors from port to Bamako: what the map opens on. */
export function homeOf(
  corridors: readonly Corridor[],
  legs: ReadonlyMap<string, Pick<Leg, 'line'>>,
): Corners {
  const points = corridors
    .filter(({ priority }) => priority === 1)
    .flatMap((corridor) => corridor.legs)
    .flatMap((id) => legs.get(id)?.line ?? [])
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  return [
    [Math.min(...lats), Math.min(...lons)],
    [Math.max(...lats), Math.max(...lons)],
  ]
}

/**
 * The zoom that the map opens at in a frame of so many pixels, and the upper left corner of what it then shows, in pixels of the
 * world at that zoom: what Leaflet finds for the same home, margins and sheet, for who draws before Leaflet is there.
 */
export function openingView(home: Corners, frame: { width: number; height: number }) {
  const [left, above] = MARGINS.paddingTopLeft
  const [right, below] = MARGINS.paddingBottomRight
  const zoom = zoomFor(home, {
    width: frame.width - left - right,
    height: frame.height - above - below,
  })
  const scale = 2 ** zoom
  const { from, to } = onScreen(home, scale)
  const sheet = onScreen(BOX, scale)
  const x = (from.x + to.x + right - left - frame.width) / 2
  const y = (from.y + to.y + below - above - frame.height) / 2
  const aside = backInside(sheet.from.x - x, x + frame.width - sheet.to.x)
  const down = backInside(sheet.from.y - y, y + frame.height - sheet.to.y)
  // As Leaflet does, which leaves alone what is off by a pixel.
  const isOff = Math.max(Math.abs(aside), Math.abs(down)) > 1
  const corner = {
    x: Math.round(isOff ? x + aside : x),
    y: Math.round(isOff ? y + down : y),
  }
  return { zoom, corner }
}

/** The highest zoom at which all of a box is shown. */
function zoomFor(box: Corners, { width, height }: { width: number; height: number }): number {
  const { from, to } = onScreen(box, 1)
  const exact = Math.log2(Math.min(width / (to.x - from.x), height / (to.y - from.y)))
  const { snap, least, most } = ZOOMS
  // What is off by a hundredth of a step is on it.
  const zoom = Math.floor(Math.round((exact / snap) * 100) / 100) * snap
  return Math.max(least, Math.min(most, zoom))
}

function onScreen([[south, west], [north, east]]: Corners, scale: number) {
  const [a, b] = [onWorld(west, north), onWorld(east, south)]
  return { from: { x: a.x * scale, y: a.y * scale }, to: { x: b.x * scale, y: b.y * scale } }
}

/** How far to move for what shows beyond the sheet before its beginning, or after its end; to the middle where both do. */
function backInside(before: number, after: number): number {
  return before + after > 0
    ? Math.round(before - after) / 2
    : Math.max(0, Math.ceil(before)) - Math.max(0, Math.floor(after))
}
