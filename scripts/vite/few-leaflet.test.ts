import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { lightened } from './few-leaflet.ts'

const leaflet = await readFile('node_modules/leaflet/dist/leaflet-src.esm.js', 'utf8')

test('popups, tiles and gestures stay with Leaflet, what is bound to markers and paths goes', () => {
  const light = lightened(leaflet)
  for (const kept of ['openPopup', 'openOn', 'addLayer', '_onWheelScroll', 'createTile'])
    expect(light).toContain(`${kept}: function`)
  for (const gone of ['openTooltip', 'bindTooltip', 'bindPopup', 'getRenderer', 'toMultiPoint'])
    expect(light).not.toContain(`${gone}: function`)
  expect(light.match(/@__PURE__/g)).toHaveLength(27)
})

test('a Leaflet that is written otherwise is not cut blindly', () => {
  expect(() => lightened(leaflet.replace('TileLayer.WMS = ', 'TileLayer.wms = '))).toThrow(
    /TileLayer\.WMS/,
  )
})
