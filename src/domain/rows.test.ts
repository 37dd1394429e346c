import { expect, test } from 'vitest'
import { arrived, someReport } from '#testing/some-report.ts'
import { upTo } from './filter.ts'
import { cutOf, joined } from './parts.ts'
import type { Report } from './report.ts'
import { rowsPerPart } from './rows.ts'
import { dayOf, isoWeekOf } from './time.ts'

const monday = ({ observedAt }: Report) => isoWeekOf(dayOf(observedAt)).from
const placeOf = ({ position }: Report) => position?.place ?? null
const report = (day: string, at?: string) => someReport(day, arrived(1), at ? { at } : {})
const [first, second, third, later, nowhere] = [
  report('2026-01-05', 'segou'),
  report('2026-01-06', 'bamako'),
  report('2026-01-07', 'segou'),
  report('2026-01-12', 'segou'),
  { ...report('2026-01-13'), position: null },
]

test('reports lie by the week and by the place, in the order they come, and one without a place in none', () => {
  const rows = rowsPerPart(placeOf, monday)([first, later, second, third, nowhere])
  expect(rows.map((row) => [...row])).toEqual([
    [
      ['segou', [first, third]],
      ['bamako', [second]],
    ],
    [['segou', [later]]],
  ])
})

test('a week in one part stays the same row, and one in two is brought together', () => {
  const rowsOf = rowsPerPart(placeOf, monday)
  const [head, tail, after] = [[first, second], [third], [later]]
  const [, own] = rowsOf(joined([head, tail, after]))
  const [together, same] = rowsOf(joined([head, tail, after]))
  expect(same).toBe(own)
  expect([...(together ?? [])]).toEqual([
    ['segou', [first, third]],
    ['bamako', [second]],
  ])
})

test('a week up to one of its days has the rows that its reports would have by themselves', () => {
  const long = someReport('2026-01-05', arrived(1), { at: 'segou', until: '2026-01-11' })
  const rowsOf = rowsPerPart(placeOf, monday)
  const cut = upTo([long, second, third, later], '2026-01-09')
  expect(cutOf(cut)).toBeDefined()
  const rows = rowsOf(cut).map((row) => [...row])
  // Segou's first report has gone, and with it its place before Bamako.
  expect(rows).toEqual([
    [
      ['bamako', [second]],
      ['segou', [third]],
    ],
  ])
  expect(rows).toEqual(rowsOf([...cut]).map((row) => [...row]))
})
