import { readFileSync } from 'node:fs'
import { Browser, LatLngBounds, Map as LeafletMap } from 'leaflet'
import { expect, test } from 'vitest'
import type { CorridorGeometry } from '#api/geography.ts'
import { BOX } from './extent.ts'
import { homeOf, MARGINS, openingView, ZOOMS } from './opening-view.ts'

const { corridors, legs } = JSON.parse(
  readFileSync('public/geo/corridors.json', 'utf8'),
) as CorridorGeometry
const home = homeOf(corridors, new Map(legs.map((leg) => [leg.id, leg])))

// Leaflet takes jsdom for a browser that cannot stop between two zooms.
Object.assign(Browser, { any3d: true })

/** As MapCanvas makes it. */
function leaflet(width: number, height: number): LeafletMap {
  const frame = document.createElement('div')
  Object.defineProperties(frame, { clientWidth: { value: width }, clientHeight: { value: height } })
  const map = new LeafletMap(frame, {
    zoomSnap: ZOOMS.snap,
    minZoom: ZOOMS.least,
    maxZoom: ZOOMS.most,
    maxBounds: new LatLngBounds(BOX),
    attributionControl: false,
    zoomControl: false,
  })
  return map.fitBounds(new LatLngBounds(home), { animate: false, ...MARGINS })
}

test.each([
  [366, 333],
  [336, 280],
  [743, 539],
  [1300, 900],
  [900, 300],
  [2400, 800],
  [280, 900],
])('in a frame of %i by %i pixels the picture shows what the map will', (width, height) => {
  const map = leaflet(width, height)
  const { zoom, corner } = openingView(home, { width, height })
  expect(zoom).toBe(map.getZoom())
  const { x, y } = map.getPixelOrigin()
  expect(corner).toEqual({ x, y })
})
