import { expect, test } from 'vitest'
import type { Account, Happening } from '#domain/happening.ts'
import { exactly } from '#domain/estimate.ts'
import type { SiteReading } from '#domain/site.ts'
import { someHappening, somePlaces } from '#testing/some-map.ts'
import { inRows, withoutSpot } from '#figures/map/clusters.ts'
import {
  ageOf,
  arrivedLately,
  begunBy,
  daysSince,
  markSize,
  tankersLost,
} from '#figures/map/happening-look.ts'
import { severityOf, siteLook } from './site-look.ts'
import { spotOf } from '#figures/map/spot.ts'

const account = (quantity: string, best: number | null): Account => ({
  quantity,
  value: best === null ? null : exactly(best),
  voices: [],
  claims: [],
})
const reading = (change: Partial<SiteReading>): SiteReading => ({
  aspect: 'wait',
  product: null,
  value: null,
  state: null,
  day: '2026-03-10',
  freshness: 'fresh',
  code: 'B2',
  source: 'RFI',
  report: 'r1',
  ...change,
})
const on = (day: string, change: Partial<Happening> = {}) =>
  someHappening({ period: { from: day, to: day }, ...change })

test.each([
  [0, 'recent'],
  [7, 'recent'],
  [8, 'month'],
  [28, 'month'],
  [29, 'older'],
])('%i days after it, an incident is %s', (days, age) => {
  expect(ageOf(days)).toBe(age)
})

test('nothing of a later day is on the map', () => {
  const attacks = [on('2026-01-29'), on('2026-01-30')]
  expect(begunBy(attacks, '2026-01-29')).toEqual([attacks[0]])
})

test('an arrival leaves the map after seven days', () => {
  const convoys = [on('2025-11-15'), on('2025-11-14'), on('2025-11-23')]
  expect(arrivedLately(convoys, '2025-11-22')).toEqual([convoys[0]])
})

test('what lasts until the day shown happened on that day', () => {
  expect(daysSince({ period: { from: '2026-01-12', to: '2026-01-18' } }, '2026-01-15')).toBe(0)
})

test('destroyed and captured tankers are both lost, and an uncounted toll is not none', () => {
  const both = [account('tankersDestroyed', 3), account('tankersCaptured', 40)]
  expect(tankersLost({ accounts: both })).toBe(43)
  expect(tankersLost({ accounts: [account('tankersDestroyed', 0)] })).toBe(0)
  expect(tankersLost({ accounts: [account('peopleKilled', 4)] })).toBeNull()
  expect(tankersLost({ accounts: [account('tankersDestroyed', null)] })).toBeNull()
})

test('more tankers make a larger mark, within bounds', () => {
  expect(markSize(3)).toBeLessThan(markSize(40))
  expect(markSize(100_000)).toBe(34)
  expect(markSize(0)).toBe(14)
})

test.each([
  [null, null],
  [0, 'none'],
  [0.25, 'short'],
  [1, 'moderate'],
  [4, 'long'],
  [4.5, 'severe'],
])('a wait of %s hours is %s', (hours, severity) => {
  expect(severityOf(hours)).toBe(severity)
})

test('a place without a reading that still speaks is unknown, neither dry nor supplied', () => {
  expect(siteLook({ readings: [] }).shows).toBe('unknown')
  const old = reading({ aspect: 'stations', state: 'mostly-open', freshness: 'unknown' })
  expect(siteLook({ readings: [old] }).shows).toBe('unknown')
})

test('a place of which too few tell looks neither unknown nor known', () => {
  expect(siteLook({ readings: [], withheld: ['wait'] }).shows).toBe('withheld')
})

test('a place shows its wait before its stations, and its stations before its price', () => {
  const price = reading({ aspect: 'parallel-price', value: exactly(1250) })
  const dry = reading({ aspect: 'stations', value: exactly(0) })
  const wait = reading({ value: exactly(9) })
  expect(siteLook({ readings: [price] }).shows).toBe('price')
  expect(siteLook({ readings: [price, dry] }).shows).toBe('dry')
  expect(siteLook({ readings: [price, dry, wait] })).toMatchObject({
    shows: 'wait',
    severity: 'severe',
  })
})

test('a position is as rough as the rougher of report and place, and none is not the map’s centre', () => {
  const rough = { place: 'bamako', lat: null, lon: null, precisionMetres: 10_000 }
  expect(spotOf(rough, somePlaces)).toEqual({ lat: 12.649, lon: -8, radiusMetres: 10_000 })
  expect(spotOf({ ...rough, place: 'mali' }, somePlaces)).toBeNull()
  expect(spotOf(null, somePlaces)).toBeNull()
})

test('incidents at one spot stand side by side, and those without a spot are kept for the list', () => {
  const here = [on('2025-12-06', { id: 'a' }), on('2025-12-03', { id: 'b' })]
  const nowhere = on('2025-10-01', { id: 'c', position: null })
  const rows = inRows([...here, nowhere], somePlaces, () => 20)
  expect(rows.map(({ happening, aside }) => [happening.id, aside])).toEqual([
    ['a', -10],
    ['b', 10],
  ])
  expect(withoutSpot([...here, nowhere], somePlaces)).toEqual([nowhere])
})

test('many at one spot overlap rather than lie in another region', () => {
  const many = Array.from({ length: 12 }, (_, index) => someHappening({ id: `attack-${index}` }))
  const asides = inRows(many, somePlaces, () => 24).map(({ aside }) => aside)
  expect(Math.max(...asides) - Math.min(...asides)).toBeLessThanOrEqual(80)
  expect(new Set(asides).size).toBe(12)
})
