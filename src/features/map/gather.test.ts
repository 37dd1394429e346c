import { expect, test } from 'vitest'
import { exactly } from '#domain/estimate.ts'
import { someHappening } from '#testing/some-map.ts'
import { gathered, herdTankers } from './gather.ts'

/** A convoy at a point of the screen. */
function convoy(id: string, x: number, tankers: number | null) {
  const value = tankers === null ? null : exactly(tankers)
  const accounts = [{ quantity: 'tankersArrived', value, voices: [], claims: [] }]
  const happening = someHappening({ id, kind: 'convoy', accounts })
  return { happening, spot: { lat: 0, lon: x, radiusMetres: 0 }, aside: 0 }
}
const onScreen = ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon, y: lat })
const idsOf = (herds: ReturnType<typeof gathered>) =>
  herds.map((herd) => herd.map(({ happening }) => happening.id))

test('three convoys at one place are one mark, with the tankers of all', () => {
  const herds = gathered([convoy('a', 0, 20), convoy('b', 5, 30), convoy('c', 9, 5)], onScreen)
  expect(idsOf(herds)).toEqual([['a', 'b', 'c']])
  expect(herdTankers(herds[0] ?? [])).toBe(55)
})

test('two find room beside one another, and those far apart stay apart', () => {
  const two = gathered([convoy('a', 0, 20), convoy('b', 5, 30)], onScreen)
  expect(idsOf(two)).toEqual([['a'], ['b']])
  const far = gathered(
    [0, 100, 200].map((x) => convoy(`${x}`, x, 1)),
    onScreen,
  )
  expect(far).toHaveLength(3)
})

test('a convoy that nobody counted is not told with those that arrived', () => {
  const arrived = ['a', 'b', 'c'].map((id) => convoy(id, 0, 10))
  const herds = gathered([...arrived, convoy('d', 0, null)], onScreen)
  expect(idsOf(herds)).toEqual([['a', 'b', 'c'], ['d']])
  expect(herdTankers(herds[1] ?? [])).toBeNull()
})
