import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { lightened } from './few-leaflet.ts'

const leaflet = await readFile('node_modules/leaflet/dist/leaflet-src.esm.js', 'utf8')

test('popups and controls stay with Leaflet, tooltips go', () => {
  const light = lightened(leaflet)
  for (const kept of ['openPopup', 'bindPopup', 'addControl', 'addLayer', '_getTooltipAnchor'])
    expect(light).toContain(`${kept}: function`)
  for (const gone of ['openTooltip', 'bindTooltip'])
    expect(light).not.toContain(`${gone}: function`)
  expect(light.match(/@__PURE__/g)).toHaveLength(9)
})

test('a Leaflet that is written otherwise is not cut blindly', () => {
  expect(() => lightened(leaflet.replace('TileLayer.WMS = ', 'TileLayer.wms = '))).toThrow(
    /TileLayer\.WMS/,
  )
})
