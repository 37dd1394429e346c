import { describe, expect, test } from 'vitest'
import { arrived, bulletin, someReport } from '#testing/some-report.ts'
import { daysOfCover, daysOfUse, supplyRatio } from './cover.ts'
import { deliveriesOf } from './deliveries.ts'
import { exactly } from './estimate.ts'

const stock = (day: string, days: number) =>
  someReport(day, bulletin('days_of_cover', days, 'days'))

describe('days of cover', () => {
  const convoy = someReport('2025-10-09', arrived(300))

  test.each([
    {
      stock: 14,
      on: '2025-10-01',
      at: '2025-10-05',
      cover: [10, 10],
      because: 'four days were used',
    },
    {
      stock: 0,
      on: '2025-10-08',
      at: '2025-10-08',
      cover: [0, 0],
      because: 'an empty tank is a known zero',
    },
    {
      stock: 2,
      on: '2025-10-01',
      at: '2025-10-09',
      cover: [0, 0],
      because: 'it never falls below empty',
    },
  ])('from $stock on $on are $cover at $at: $because', ({ stock: days, on, at, cover }) => {
    const found = daysOfCover([stock(on, days)], [], at)
    expect([found?.value.low, found?.value.high]).toEqual(cover)
    expect(found?.value.best).toBeNull()
  })

  test('grow by what arrived since, as a range since the need is disputed', () => {
    const found = daysOfCover(
      [stock('2025-10-08', 0), convoy],
      deliveriesOf([convoy]),
      '2025-10-10',
    )
    expect(found?.value).toEqual({ low: 1, best: null, high: 3 })
  })

  test('are unknown without a stock figure of the last two weeks: arrivals alone do not tell', () => {
    expect(daysOfCover([convoy], deliveriesOf([convoy]), '2025-10-10')).toBeNull()
    expect(daysOfCover([stock('2025-09-20', 14)], [], '2025-10-10')).toBeNull()
  })
})

test('the supply ratio of 21 million litres in a week is 1 against 3 million a day', () => {
  expect(supplyRatio(exactly(21e6), 7, 3e6)).toEqual(exactly(1))
  expect(daysOfUse(exactly(12e6))).toEqual({ low: 3, best: null, high: 4 })
})
