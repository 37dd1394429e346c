import { expect, test } from 'vitest'
import { price, someReport } from '#testing/some-report.ts'
import { makeAtlas } from './atlas.ts'
import type { Place } from './place.ts'
import { priceSeries } from './price-series.ts'
import type { Report } from './report.ts'
import { premiumHeadline } from './site-headlines.ts'
import { streetPrices } from './street-prices.ts'

const town = (id: string, parent: string | null = null): Place => ({
  id,
  name: id,
  nameFr: id,
  kind: id === 'mali' ? 'country' : parent === null ? 'town' : 'quarter',
  country: 'MLI',
  admin1: null,
  admin1Pcode: null,
  pcode: null,
  lat: 12,
  lon: -8,
  precisionMetres: 2000,
  parent,
  leg: null,
  axis: null,
  rank: 1,
  recordNames: [],
})
const atlas = makeAtlas(
  [town('mali'), town('bamako'), town('bamako-commune-1', 'bamako'), town('segou')],
  [],
  [],
)
const window = {
  from: '2025-09-01',
  to: '2025-12-31',
  at: '2025-10-12',
  known: null,
  vintage: null,
}

const source = { name: 'Relais 1', kind: 'community' as const, url: null, publishedOn: null }
const asked = (
  day: string,
  amount: number,
  at: string,
  change: Pick<Report, 'credibility'> = { credibility: 2 },
) => someReport(day, price(amount), { at, source, ...change })

test('what the field asks is one price a town, product and week, with how many asked', () => {
  const reports = [
    ...[1000, 1500, 1100].map((amount, n) => asked(`2025-10-0${6 + n}`, amount, 'bamako')),
    asked('2025-10-08', 1200, 'bamako-commune-1'),
    asked('2025-10-08', 9000, 'bamako', { credibility: 5 }),
    asked('2025-10-08', 2000, 'segou'),
    asked('2025-10-13', 900, 'bamako'),
    someReport('2025-10-08', price(700, { product: 'diesel' }), { at: 'bamako', source }),
  ]
  const told = streetPrices(reports, atlas).map(
    ({ place, product, period, value, reports: { length } }) => {
      return [period.from, place, product, value?.low, value?.best, value?.high, length]
    },
  )
  expect(told).toEqual([
    ['2025-10-06', 'bamako', 'diesel', 700, 700, 700, 1],
    ['2025-10-06', 'bamako', 'petrol', 1000, 1150, 1500, 4],
    ['2025-10-06', 'segou', 'petrol', 2000, 2000, 2000, 1],
    ['2025-10-13', 'bamako', 'petrol', 900, 900, 900, 1],
  ])
})

test('what a page prints stands as it is, beside what the field asked', () => {
  const reports = [
    asked('2025-10-06', 1000, 'bamako'),
    someReport('2025-10-07', price(1300), { at: 'bamako' }),
    someReport('2025-10-07', price(1400), { at: 'bamako' }),
  ]
  const told = streetPrices(reports, atlas).map(({ isGathered, value }) => [
    isGathered,
    value?.best,
  ])
  expect(told).toEqual([
    [true, 1000],
    [false, 1300],
    [false, 1400],
  ])
})

const lines = (reports: Report[], place?: string) => {
  const filter = place === undefined ? {} : { place }
  const {
    lines: drawn,
    caveats,
    behind,
  } = priceSeries({ reports, all: reports, window, atlas, filter })
  const points = drawn.flatMap((line) => line.points)
  return { places: points.map((point) => point.place), caveats, n: behind.length }
}

test('with no place asked, one town’s prices of the field are drawn, and it is said', () => {
  const reports = [
    asked('2025-10-06', 1000, 'segou'),
    asked('2025-10-07', 1000, 'segou'),
    asked('2025-10-07', 1100, 'bamako'),
    someReport('2025-10-08', price(1300), { at: 'segou' }),
  ]
  const all = lines(reports)
  expect(all.places).toEqual(['bamako', 'segou'])
  expect(all).toMatchObject({ n: 2, caveats: ['prices-of-one-town'] })
  expect(lines(reports.slice(0, 2))).toMatchObject({ places: ['segou'], caveats: [], n: 2 })
  expect(lines(reports.slice(0, 2), 'segou')).toMatchObject({ places: ['segou'], n: 2 })
})

test('the premium is of the capital’s last week, and is compared with the same fuel', () => {
  const ceilings = (['petrol', 'diesel'] as const).map((product) =>
    someReport('2025-09-01', price(500, { market: 'ceiling', product })),
  )
  const reports = [
    ...ceilings,
    asked('2025-10-01', 750, 'bamako'),
    someReport('2025-10-02', price(600, { product: 'diesel' }), { at: 'bamako', source }),
    asked('2025-10-08', 1000, 'bamako'),
    someReport('2025-10-08', price(600, { product: 'diesel' }), { at: 'bamako', source }),
    asked('2025-10-09', 2000, 'segou'),
  ]
  expect(premiumHeadline({ asked: reports, past: reports, window, atlas })).toMatchObject({
    place: 'bamako',
    value: { best: 2 },
    previous: { value: { best: 1.5 } },
    caveats: ['few-reports'],
  })
})
