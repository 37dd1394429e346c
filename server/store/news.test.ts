import { expect, test } from 'vitest'
import { bulletin, someReport } from '#testing/some-report.ts'
import { newsFrom } from './news.ts'

const report = someReport('2026-01-10', bulletin('days_of_cover', 3, 'days'))
const copy = (note: string, visibleFrom: number) => ({ copy: { ...report, note }, visibleFrom })

test.each([
  { before: [], from: 0, because: 'there was nothing before' },
  { before: [copy('a', 0)], from: null, because: 'it was said already' },
  { before: [copy('b', 0)], from: 0, because: 'something else was said' },
  { before: [copy('a', 0), copy('b', 0)], from: 0, because: 'what was said last is taken back' },
  {
    before: [copy('a', 0), copy('b', 50)],
    from: 50,
    because: 'what it takes back is hidden till then',
  },
  {
    before: [copy('a', 0), copy('b', 70), copy('c', 50)],
    from: 50,
    because: 'the first to come out counts',
  },
  { before: [copy('b', 0), copy('a', 50)], from: 0, because: 'what said it is hidden still' },
])('the same words again are news from $from, because $because', ({ before, from }) => {
  const again = { ...copy('a', 0).copy, revision: 9, receivedAt: '2026-02-01T00:00:00.000Z' }
  expect(newsFrom(before, { copy: again, visibleFrom: 0 })).toBe(from)
})
