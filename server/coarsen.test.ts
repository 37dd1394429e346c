import { expect, test } from 'vitest'
import { band, coarsenInstant, coarsenPosition } from './coarsen.ts'

test('coarsening is a grid, the same every time, and says how wide it is', () => {
  const fine = { place: 'station-17', lat: 12.6543, lon: -8.0123, precisionMetres: 50 }
  const coarse = { place: null, lat: 12.7, lon: -8, precisionMetres: 8000 }
  expect(coarsenPosition(fine, 'tenth-degree')).toEqual(coarse)
  expect(coarsenPosition(fine, 'named-area')).toEqual(coarse)
  const town = { place: 'bamako', lat: 12.649, lon: -8, precisionMetres: 2000 }
  expect(coarsenPosition(town, 'named-area')).toEqual({ ...town, lat: null, lon: null })
})

test.each(['named-area', 'tenth-degree'] as const)(
  'a station without coordinates is not taken for an area by the rule “%s”',
  (where) => {
    const nameless = { place: 'segou/ladji', lat: null, lon: null, precisionMetres: 2000 }
    expect(coarsenPosition(nameless, where)?.place).toBe('segou')
  },
)

test.each([
  ['2026-01-10T14:37:12.000Z', '2026-01-10T14:00:00.000Z'],
  ['2026-01-10T14:37:12Z', '2026-01-10T14:00:00.000Z'],
  ['2026-01-10T23:37:12-01:00', '2026-01-11T00:00:00.000Z'],
  ['2026-01-10T23:37:12.5-01:00', '2026-01-11T00:00:00.000Z'],
])('%s is cut to its hour in UTC, %s', (instant, hour) => {
  expect(coarsenInstant(instant, 'hour')).toBe(hour)
  expect(coarsenInstant(instant, 'day')).toBe(`${hour.slice(0, 10)}T00:00:00.000Z`)
})

test.each([
  [0, { low: 0, best: 0, high: 0 }],
  [1, { low: 1, best: null, high: 9 }],
  [9, { low: 1, best: null, high: 9 }],
  [10, { low: 10, best: null, high: 49 }],
  [499, { low: 200, best: null, high: 499 }],
  [900, { low: 500, best: null, high: null }],
])('%i tankers are published as the band they fall in', (count, expected) => {
  expect(band({ low: count, best: count, high: count })).toEqual(expected)
})
