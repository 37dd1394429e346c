import { DomEvent, DomUtil } from 'leaflet'
import type { LeafletEvent, Map as LeafletMap, Point, ZoomAnimEvent } from 'leaflet'
import { originAt } from './sheet.ts'

type Stand = { lat: number; lon: number; front: number }
type Standing = { pane: HTMLElement; stands: Map<HTMLElement, Stand> }

const standing = new WeakMap<LeafletMap, Standing>()

/** The pane that the marks of a map stand in, each at its point. */
export function standingOn(map: LeafletMap): Standing {
  const before = standing.get(map)
  if (before) return before
  const pane = map.getPane('markerPane') as HTMLElement
  const stands = new Map<HTMLElement, Stand>()
  // Leaflet would take a press on a button for the start of a drag, and a click for one on the map.
  DomEvent.disableClickPropagation(pane)
  // But two fingers move the map wherever they come down.
  DomEvent.off(pane, 'touchstart', DomEvent.stopPropagation)
  let last = ''
  const all = (origin: Point, zoom: number) => {
    const now = `${origin.x} ${origin.y} ${zoom}`
    if (now === last) return
    last = now
    for (const [element, stand] of stands) place(map, element, stand, origin, zoom)
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
  stands.set(element, at)
  place(map, element, at, map.getPixelOrigin(), map.getZoom())
  return () => stands.delete(element)
}

function place(
  map: LeafletMap,
  element: HTMLElement,
  { lat, lon, front }: Stand,
  origin: Point,
  zoom: number,
): void {
  const point = map.project([lat, lon], zoom).subtract(origin).round()
  DomUtil.setPosition(element, point)
  // From north to south, as they would hide each other.
  element.style.zIndex = String(point.y + front)
}
