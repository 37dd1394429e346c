import { expect, test } from 'vitest'
import { emptyQueue } from '#domain/queue-report.ts'
import type { Report } from '#domain/report.ts'
import { bulletin, someReport } from '#testing/some-report.ts'
import { makeRows } from './rows.ts'
import { makeHear, reportOf, toldOf } from './told.ts'

const plain = someReport('2026-01-10', bulletin('days_of_cover', 3, 'days'))
const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
const COPIES: Report[] = [
  { ...plain, id: idOf(1) },
  { ...plain, id: idOf(2), inCompany: true },
  { ...plain, id: idOf(3), note: 'Café “du port”', observedUntil: '2026-01-11T00:00:00.000Z' },
  { ...plain, id: idOf(4), body: emptyQueue('petrol'), position: null, revision: 3 },
]

function rowsOf(copies: readonly Report[]) {
  const hear = makeHear()
  const said = copies.map((copy) => hear(toldOf(copy)))
  const rows = makeRows()
  return { rows: said.map(rows.add), alone: said.map(reportOf), pack: rows.pack }
}

test.each([false, true])(
  'a row reads like a report that stands by itself (packed: %s)',
  (packed) => {
    const { rows, alone, pack } = rowsOf(COPIES)
    if (packed) pack()
    expect(rows).toEqual(COPIES)
    expect(JSON.stringify(rows)).toBe(JSON.stringify(alone))
    expect(rows.map((row) => ({ ...row, note: 'mine' }))).toEqual(
      COPIES.map((copy) => ({ ...copy, note: 'mine' })),
    )
  },
)

test('a row holds nothing of its own: all it says is read from one table', () => {
  const { rows } = rowsOf(COPIES)
  const fields = rows.map((row) => Object.getOwnPropertyDescriptors(row))
  for (const own of fields) {
    expect(Object.values(own).some((field) => 'value' in field)).toBe(false)
    expect(own.body.get).toBe(fields[0]?.body.get)
  }
})

test('more values than two bytes can number are kept apart', () => {
  const many = Array.from({ length: 70_000 }, (_, nth) => ({
    ...plain,
    id: idOf(nth),
    note: `${nth}`,
  }))
  const { rows, pack } = rowsOf(many)
  pack()
  expect([rows[0], rows[69_999]].map((row) => row?.note)).toEqual(['0', '69999'])
})
