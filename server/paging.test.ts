import { expect, test } from 'vitest'
import { joined } from '#domain/parts.ts'
import { arrived, someReport } from '#testing/some-report.ts'
import { newestFirst, pageOf } from './paging.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const reports = [1, 2, 3, 4, 5].map((n) =>
  someReport('2025-10-0' + Math.ceil(n / 2), arrived(n), { id: id(n) }),
)
const ids = (page: { reports: readonly { id: string }[] }) =>
  page.reports.map((report) => report.id)

test('reports of one moment keep one order, so that a page can end among them', () => {
  expect(ids({ reports: newestFirst(reports) })).toEqual([5, 4, 3, 2, 1].map(id))
})

test.each([
  ['one week after another', [2, 3]],
  ['two stretches that overlap', [3, 1]],
])('a list in parts is in the same order as one that has none: %s', (_name, [first, last]) => {
  const parts = joined([reports.slice(0, first), reports.slice(last)])
  expect(newestFirst(parts)).toEqual(newestFirst([...parts]))
})

test('a report that comes in between two pages neither repeats nor hides another', () => {
  const first = pageOf(newestFirst(reports), 2, undefined)
  const late = someReport('2025-12-01', arrived(9), { id: id(9) })
  const second = pageOf(newestFirst([...reports, late]), 2, first.next ?? '')
  expect([ids(first), ids(second)]).toEqual([[5, 4].map(id), [3, 2].map(id)])
})

test('the last page says that it is the last, even when it is full', () => {
  expect(pageOf(newestFirst(reports), 5, undefined).next).toBeNull()
  expect(pageOf([], 5, undefined)).toEqual({ reports: [], next: null })
})

test.each(['', 'nonsense', btoa('2025-10-01'), btoa('x y'), 'é'])(
  '%j is no cursor of ours',
  (cursor) => {
    expect(() => pageOf(reports, 5, cursor)).toThrow('parameters')
  },
)
