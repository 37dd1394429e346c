import { describe, expect, test } from 'vitest'
import { arrived, bulletin, someReport } from '#testing/some-report.ts'
import { daysOfCover, daysOfUse, supplyRatio } from './cover.ts'
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
      cover: [10, null],
      because: 'four days were used, uncounted arrivals can only add',
    },
    {
      stock: 0,
      on: '2025-10-08',
      at: '2025-10-08',
      cover: [0, 0],
      because: 'an empty tank is a known zero',
    },
  ])('from $stock on $on are $cover at $at: $because', ({ stock: days, on, at, cover }) => {
    const found = daysOfCover([stock(on, days)], at)
    expect([found?.value.low, found?.value.high]).toEqual(cover)
    expect(found?.value.best).toBeNull()
  })

  test('grow by what arrived since, at the higher need', () => {
    const found = daysOfCover([stock('2025-10-08', 0), convoy], '2025-10-10')
    expect(found?.value).toEqual({ low: 1, best: null, high: null })
  })

  test('have an upper end once every week since the quote was counted whole', () => {
    const week = someReport('2025-10-13', bulletin('tankers_arrived', 1000), {
      until: '2025-10-19',
      event: ['w', 'total'],
    })
    const found = daysOfCover([stock('2025-10-12', 2), week], '2025-10-19')
    expect(found?.value.low).toBe(5)
    expect(found?.value.high).toBeCloseTo(2 + 50e6 / 3e6 - 7)
  })

  test.each([
    ['the quote is over two weeks old', '2025-09-20', 14],
    ['all that can be said is “0 or more”', '2025-10-08', 0],
  ])('are unknown when %s: arrivals alone do not tell', (_because, on, days) => {
    expect(daysOfCover([stock(on, days)], '2025-10-15')).toBeNull()
  })
})

test('the supply ratio of 21 million litres in a week is 1 against 3 million a day', () => {
  expect(supplyRatio(exactly(21e6), 7, 3e6)).toEqual(exactly(1))
  expect(daysOfUse(exactly(12e6))).toEqual({ low: 3, best: null, high: 4 })
})
