import { describe, expect, test } from 'vitest'
import { price, someReport } from '#testing/some-report.ts'
import { exactly } from './estimate.ts'
import { xofPerLitre } from './price-report.ts'
import { makeAtlas } from './atlas.ts'
import { ceilings, officialOn, premium } from './prices.ts'
import { streetPrices } from './street-prices.ts'

const nowhere = makeAtlas([], [], [])
const ceiling = (day: string, amount: number, change: Parameters<typeof someReport>[2] = {}) =>
  someReport(day, price(amount, { market: 'ceiling' }), change)

describe('the official price on a day', () => {
  const table = ceilings(
    [
      ceiling('2025-03-26', 775),
      ceiling('2024-10-11', 800),
      ceiling('2025-01-01', 610, { at: 'senegal' }),
    ],
    'petrol',
    'mali',
  )

  test.each([
    ['2024-10-10', null],
    ['2024-10-11', 800],
    ['2025-03-25', 800],
    ['2025-10-15', 775],
  ])('of %s is %s, another country’s table aside', (day, expected) => {
    expect(officialOn(table, day)?.value.best ?? null).toBe(expected)
  })

  test('ends where its own table says so', () => {
    const monthly = ceilings(
      [ceiling('2025-10-01', 830, { until: '2025-10-31' })],
      'petrol',
      'mali',
    )
    expect(officialOn(monthly, '2025-10-31')?.value.best).toBe(830)
    expect(officialOn(monthly, '2025-11-01')).toBeNull()
  })

  test('is a range while two tables rival each other', () => {
    const rivals = ceilings(
      [ceiling('2025-10-07', 775), ceiling('2025-10-07', 845, { credibility: 3 })],
      'petrol',
      'mali',
    )
    expect(officialOn(rivals, '2025-10-08')?.value).toEqual({ low: 775, best: 775, high: 845 })
  })
})

test.each([
  [
    price(3000, { container: { size: 2, unit: 'litre' } }),
    1500,
    'street fuel is sold by the bottle',
  ],
  [price(723.39), 723.39, 'averages have decimals'],
  [price(20_000, { currency: 'GNF' }), null, 'other currencies are not converted'],
  [price(1179, { container: { size: 1, unit: 'kg' } }), null, 'gas is sold by weight'],
])('the price per litre of %o is %s: %s', (body, expected, _because) => {
  expect(xofPerLitre(body)).toBe(expected)
})

describe('the premium', () => {
  const official = [{ value: exactly(775), statedOn: '2025-03-26', reports: [] }]
  const street = (...bodies: ReturnType<typeof price>[]) =>
    streetPrices(
      bodies.map((body) => someReport('2025-10-29', body)),
      nowhere,
    )[0]

  test('is parallel over official', () => {
    const found = street(price(1550))
    expect(found && premium(found, official)).toEqual(exactly(2))
  })

  test('is unknown where no official price was in force', () => {
    const found = street(price(1550))
    expect(found && premium(found, [])).toBeNull()
  })

  test('of “four times the tariff” is four, without a price', () => {
    const found = street(
      price(0, { amount: null, currency: null, container: null, multipleOfOfficial: 4 }),
    )
    expect(found).toMatchObject({ value: null })
    expect(found && premium(found, official)).toEqual(exactly(4))
  })
})

test('a claim in dollars is no street price', () => {
  expect(
    streetPrices(
      [someReport('2025-10-28', price(130, { currency: 'USD' }), { credibility: 5 })],
      nowhere,
    ),
  ).toEqual([])
})
