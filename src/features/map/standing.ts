import { DomEvent } from 'leaflet'
import type { LeafletEvent, Map as LeafletMap, Point, ZoomAnimEvent } from 'leaflet'
import { onWorld } from '#figures/map/ground.ts'
import { originAt } from './sheet.ts'

type Stand = { lat: number; lon: number; front: number }
type Standing = { pane: HTMLElement; stands: Map<HTMLElement, Stand & { world: Spot }> }
type Spot = { x: number; y: number }

const standing = new WeakMap<LeafletMap, Standing>()

/** The pane that the marks of a map stand in, each at its point. */
export function standingOn(map: LeafletMap): Standing {
  const before = standing.get(map)
  if (before) return before
  const pane = map.getPane('markerPane') as HTMLElement
  const stands: Standing['stands'] = new Map()
  // Leaflet would take a press on a button for the start of a drag, and a click for one on the map.
  DomEvent.disableClickPropagation(pane)
  // But two fingers move the map wherever they come down.
  DomEvent.off(pane, 'touchstart', DomEvent.stopPropagation)
  let last = ''
  const all = (origin: Point, zoom: number) => {
    const now = `${origin.x} ${origin.y} ${zoom}`
    if (now === last) return
    last = now
    const scale = map.getZoomScale(zoom, 0)
    for (const [element, { world }] of stands) place(element, world, origin, scale)
  }
  const now = () => all(map.getPixelOrigin(), map.getZoom())
  map.on({
    zoom: now,
    viewreset: now,
    zoomanim: (event: LeafletEvent) => {
      const { center, zoom } = event as ZoomAnimEvent
      all(originAt(map, center, zoom), zoom)
    },
  })
  // What gets the focus by keyboard must be in sight.
  pane.addEventListener('focusin', ({ target }) => {
    const mark = target instanceof Element ? target.closest<HTMLElement>(`.${MARK}`) : null
    const stand = mark && stands.get(mark)
    if (stand) map.panInside([stand.lat, stand.lon], { padding: [48, 48] })
  })
  const made = { pane, stands }
  standing.set(map, made)
  return made
}

export const MARK = 'leaflet-marker-icon'

/** Puts an element at its point, and keeps it there however the map is zoomed, until the function given back is called. */
export function stand(map: LeafletMap, element: HTMLElement, at: Stand): () => void {
  const { stands } = standingOn(map)
  const world = onWorld(at.lon, at.lat)
  stands.set(element, { ...at, world })
  // From north to south, as they would hide each other: the same at every zoom.
  element.style.zIndex = String(Math.round(world.y * ORDER_SCALE) + at.front)
  place(element, world, map.getPixelOrigin(), map.getZoomScale(map.getZoom(), 0))
  return () => stands.delete(element)
}

/** Pixels for one of the world at zoom 0 by which marks are put in order: those of a zoom that shows the country. */
const ORDER_SCALE = 64

/** Not as Leaflet does it: what is moved in three dimensions has a layer of its own, and a hundred of them slow every frame. */
function place(element: HTMLElement, { x, y }: Spot, origin: Point, scale: number): void {
  const [left, top] = [Math.round(x * scale - origin.x), Math.round(y * scale - origin.y)]
  element.style.transform = `translate(${left}px, ${top}px)`
}
