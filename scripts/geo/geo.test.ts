import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'

// The committed results only: none of the packages that make them is needed here.

type Point = [lon: number, lat: number]
type Leg = { id: string; from: string; to: string; km: number; line: Point[] }
type Corridor = {
  id: string
  km: number
  legs: string[]
  nodes: { place: string; km: number }[]
}
type Network = { licence: string; attribution: string; legs: Leg[]; corridors: Corridor[] }
type Place = {
  id: string
  kind: string
  country: string
  admin1Pcode: string | null
  pcode: string | null
  lat: number | null
  lon: number | null
  precisionMetres: number | null
  parent: string | null
  leg: string | null
  rank: number
  recordNames: string[]
}
type BaseMap = {
  bbox: [number, number, number, number]
  objects: Record<string, { geometries: { properties?: { id?: string } }[] }>
}

const bytes = (name: string) => readFileSync(new URL(`../../public/geo/${name}`, import.meta.url))
const base: BaseMap = JSON.parse(bytes('base.topo.json').toString())
const network: Network = JSON.parse(bytes('corridors.json').toString())
const places: Place[] = JSON.parse(bytes('places.json').toString())

const legById = new Map(network.legs.map((leg) => [leg.id, leg]))
const placeIds = new Set(places.map((place) => place.id))
const recordNames = places.flatMap((place) => place.recordNames)

/** The legs of a corridor that exist; a test of its own makes sure that all do. */
const legsOf = (corridor: Corridor) => corridor.legs.flatMap((id) => legById.get(id) ?? [])

const insideBox = ([lon, lat]: Point) => lon >= -18.5 && lon <= 4.5 && lat >= 3.5 && lat <= 25.5

/** The first column of places.csv: enough of CSV for a name with a comma inside quotes. */
function namesOfTable() {
  const text = readFileSync(new URL('tables/places.csv', import.meta.url), 'utf8')
  const [, ...rows] = text.trim().split(/\r?\n/)
  return rows.map((row) =>
    row
      .match(/^(?:"([^"]*)"|([^,]*)),/)
      ?.slice(1)
      .find(Boolean),
  )
}

test.each(network.corridors)('the legs of $id meet exactly, end to start', (corridor) => {
  const legs = legsOf(corridor)
  expect(legs).toHaveLength(corridor.legs.length)
  for (const [index, next] of legs.slice(1).entries()) {
    expect(next.from).toBe(legs[index]?.to)
    expect(next.line[0]).toEqual(legs[index]?.line.at(-1))
  }
})

test.each(network.corridors)('$id is as long as its legs, within 2 km', (corridor) => {
  const sum = legsOf(corridor).reduce((km, leg) => km + leg.km, 0)
  expect(Math.abs(sum - corridor.km)).toBeLessThanOrEqual(2)
})

test.each(network.corridors)('the nodes of $id are in order and on it', (corridor) => {
  const at = corridor.nodes.map((node) => node.km)
  expect(at.length).toBeGreaterThanOrEqual(2)
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(at[0]).toBe(0)
  expect(at.at(-1)).toBeLessThanOrEqual(corridor.km + 2)
})

test('every reference leads somewhere', () => {
  const referredPlaces = [
    ...network.legs.flatMap((leg) => [leg.from, leg.to]),
    ...network.corridors.flatMap((corridor) => corridor.nodes.map((node) => node.place)),
    ...places.flatMap((place) => place.parent ?? []),
  ]
  const referredLegs = places.flatMap((place) => place.leg ?? [])
  expect(referredLegs.length).toBeGreaterThan(0)
  expect(referredPlaces.filter((id) => !placeIds.has(id))).toEqual([])
  expect(referredLegs.filter((id) => !legById.has(id))).toEqual([])
})

test('ids are unique', () => {
  expect(placeIds.size).toBe(places.length)
  expect(legById.size).toBe(network.legs.length)
})

test('every name that the reported facts use is placed exactly once', () => {
  expect(recordNames).toHaveLength(47)
  const inOrder = (names: (string | undefined)[]) =>
    names.map(String).toSorted((a, b) => a.localeCompare(b))
  expect(inOrder(recordNames)).toEqual(inOrder(namesOfTable()))
})

test('every coordinate lies inside the clip box', () => {
  const [west, south, east, north] = base.bbox
  const ofPlaces = places.flatMap(({ lon, lat }): Point[] =>
    lon === null || lat === null ? [] : [[lon, lat]],
  )
  const points: Point[] = [
    ...network.legs.flatMap((leg) => leg.line),
    ...ofPlaces,
    [west, south],
    [east, north],
  ]
  expect(points.filter((point) => !insideBox(point))).toEqual([])
})

test('a position never comes without its precision, nor a precision without a position', () => {
  const uneven = places.filter(
    ({ lat, lon, precisionMetres }) =>
      new Set([lat, lon, precisionMetres].map((value) => value === null)).size > 1,
  )
  expect(uneven).toEqual([])
})

test('a spot on a road is rough enough not to look like an incident', () => {
  const fine = places.filter(
    ({ kind, precisionMetres }) =>
      kind === 'road' && precisionMetres !== null && precisionMetres < 15_000,
  )
  expect(fine).toEqual([])
})

test('p-codes in Mali start with ML, and nothing abroad does', () => {
  const odd = places.filter(({ country, admin1Pcode, pcode }) =>
    [admin1Pcode, pcode]
      .filter((code) => code !== null)
      .some((code) => code.startsWith('ML') !== (country === 'MLI')),
  )
  expect(odd).toEqual([])
})

test('the base map has its four layers and names its countries by three letters', () => {
  expect(Object.keys(base.objects).toSorted()).toEqual(['countries', 'lakes', 'regions', 'rivers'])
  const ids = base.objects.countries?.geometries.map((country) => country.properties?.id) ?? []
  expect(ids).toEqual(expect.arrayContaining(['MLI', 'CIV', 'SEN', 'GIN', 'NER', 'BFA']))
  expect(ids.filter((id) => !/^[A-Z]{3}$/.test(id ?? ''))).toEqual([])
})

test('the three files together stay small on a slow line', () => {
  const sizes = ['base.topo.json', 'corridors.json', 'places.json'].map(
    (name) => brotliCompressSync(bytes(name)).length,
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(110_000)
})
