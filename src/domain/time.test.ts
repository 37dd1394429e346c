import { expect, test } from 'vitest'
import { addDays, isoWeekOf, lengthInDays, monthOf, overlaps, weeksIn } from './time.ts'

test.each([
  ['2026-01-12', '2026-01-12', '2026-01-18'],
  ['2026-01-18', '2026-01-12', '2026-01-18'],
  ['2025-12-31', '2025-12-29', '2026-01-04'],
])('the week of %s runs from Monday %s to Sunday %s', (day, from, to) => {
  expect(isoWeekOf(day)).toEqual({ from, to })
})

test('a month ends on its own last day, leap years too', () => {
  expect(monthOf('2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
})

test('weeks of a window are all that touch it', () => {
  expect(weeksIn({ from: '2026-01-14', to: '2026-01-20' }).map(({ from }) => from)).toEqual([
    '2026-01-12',
    '2026-01-19',
  ])
})

test('both ends of a period count', () => {
  expect(lengthInDays({ from: '2026-01-12', to: '2026-01-18' })).toBe(7)
  expect(
    overlaps({ from: '2026-01-01', to: '2026-01-05' }, { from: '2026-01-05', to: '2026-01-09' }),
  ).toBe(true)
  expect(
    overlaps({ from: '2026-01-01', to: '2026-01-05' }, { from: '2026-01-06', to: '2026-01-09' }),
  ).toBe(false)
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
