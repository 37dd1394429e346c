import { expect, test } from 'vitest'
import { arrived, someReport } from '#testing/some-report.ts'
import { exactly } from './estimate.ts'
import { pointOf, withGaps } from './point.ts'
import { isoWeekOf, weeksIn } from './time.ts'

const told = (day: string) =>
  pointOf(isoWeekOf(day), exactly(9), { reports: [someReport(day, arrived(9))], basis: 'summed' })

test('a week nobody spoke of is a gap, not a zero', () => {
  const weeks = weeksIn({ from: '2026-01-05', to: '2026-01-25' })
  const points = withGaps(weeks, [told('2026-01-06'), told('2026-01-20')])
  expect(points.map(({ best, n }) => [best, n])).toEqual([
    [9, 1],
    [null, 0],
    [9, 1],
  ])
})

test('twenty years of weeks are sent as what was reported, with one gap for each silence', () => {
  const weeks = weeksIn({ from: '2006-05-08', to: '2026-03-15' })
  expect(weeks.length).toBeGreaterThan(1000)
  const points = withGaps(weeks, [told('2015-06-01'), told('2025-10-07'), told('2025-10-14')])
  expect(points.map(({ best }) => best)).toEqual([null, 9, null, 9, 9, null])
})
