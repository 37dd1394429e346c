// @vitest-environment jsdom
import { LatLng, Map as LeafletMap } from 'leaflet'
import { expect, test } from 'vitest'
import { stand } from './standing.ts'

const BAMAKO = { lat: 12.64, lon: -8 }

function someMap() {
  const map = new LeafletMap(document.createElement('div'), { zoomAnimation: false })
  return map.setView(new LatLng(BAMAKO.lat, BAMAKO.lon), 6)
}

test('a mark stands at its point and follows it at every zoom', () => {
  const map = someMap()
  const mark = document.createElement('div')
  const leave = stand(map, mark, { ...BAMAKO, lon: -7, front: 0 })
  expect(mark.style.transform).toBe('translate(45px, 0px)')
  map.setZoom(7)
  expect(mark.style.transform).toBe('translate(91px, 0px)')
  leave()
  map.setZoom(6)
  expect(mark.style.transform).toBe('translate(91px, 0px)')
})

test('no mark has a layer of its own, which a place in three dimensions would give to each', () => {
  const mark = document.createElement('div')
  stand(someMap(), mark, { ...BAMAKO, front: 0 })
  expect(mark.style.transform).toMatch(/^translate\(/)
})
