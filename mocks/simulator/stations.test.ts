import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { areaOf, Place } from '#domain/place.ts'
import { testAtlas } from '#mocks/api-over.ts'
import { withStations } from './stations.ts'

const atlas = await testAtlas()
const withOurs = withStations(atlas, 1)
const stations = [...withOurs.places.values()].filter(({ kind }) => kind === 'station')

test('there are more than 320 stations in some 40 towns, a third of them in Bamako', () => {
  expect(stations.length).toBeGreaterThan(320)
  const areas = new Set(stations.map(({ parent }) => parent))
  expect(areas.size).toBeGreaterThan(40)
  const inBamako = stations.filter(({ parent }) => parent?.startsWith('bamako-'))
  expect(inBamako.length / stations.length).toBeGreaterThan(0.33)
})

test('each is a place of its own in an area of Mali, and its id begins with that area', () => {
  expect(z.array(Place).safeParse(stations).success).toBe(true)
  expect(new Set(stations.map(({ id }) => id)).size).toBe(stations.length)
  expect(new Set(stations.map(({ name }) => name)).size).toBe(stations.length)
  for (const { id, parent, country, lat, lon } of stations) {
    expect(areaOf(id)).toBe(parent)
    const area = withOurs.places.get(parent ?? '')
    expect(area?.country).toBe('MLI')
    expect(country).toBe('MLI')
    expect(Math.abs((lat ?? 0) - (area?.lat ?? 99))).toBeLessThan(0.08)
    expect(Math.abs((lon ?? 0) - (area?.lon ?? 99))).toBeLessThan(0.08)
  }
})

test('another seed has other stations; the real places stay as they are', () => {
  const others = withStations(atlas, 2)
  expect([...others.places.keys()]).not.toEqual([...withOurs.places.keys()])
  for (const [id, place] of atlas.places) expect(withOurs.places.get(id)).toBe(place)
  expect(withStations(atlas, 1)).toEqual(withOurs)
})
