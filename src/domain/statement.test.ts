import { expect, test } from 'vitest'
import { arrived, someReport } from '#testing/some-report.ts'
import { exactly, sum } from './estimate.ts'
import { combine, middle } from './statement.ts'

const says = (value: number, change: Parameters<typeof someReport>[2] = {}) => ({
  report: someReport('2025-09-14', arrived(value), change),
  value: exactly(value),
})

test('the best figure is the most credible, then from the most reliable source, then the newest', () => {
  const { value, used } = combine([
    says(20, { credibility: 3 }),
    says(40, { credibility: 2 }),
    says(45, { credibility: 2, reliability: 'C' }),
  ])
  expect(value).toEqual({ low: 20, best: 40, high: 45 })
  expect(used).toHaveLength(3)
})

test('claims and rejected stories are listed and never in the range', () => {
  const { value, claims } = combine([
    says(40),
    says(80, { credibility: 4, reliability: 'E' }),
    says(130, { credibility: 5, reliability: 'D' }),
    says(3, { event: ['attack', 'rejected'] }),
  ])
  expect(value).toEqual(exactly(40))
  expect(claims.map(({ value: claim }) => claim.best)).toEqual([80, 130, 3])
})

test('what cannot be judged counts from sources A to C and from no other', () => {
  expect(combine([says(9, { credibility: 6, reliability: 'C' })]).value).toEqual(exactly(9))
  expect(combine([says(9, { credibility: 6, reliability: 'E' })]).value).toBeNull()
})

test('a total beats its parts', () => {
  const parts = [says(82, { event: ['day', 'part'] }), says(168, { event: ['day', 'part'] })]
  expect(combine([...parts, says(250, { event: ['day', 'total'] })]).value).toEqual(exactly(250))
  expect(combine(parts).value).toEqual(exactly(250))
})

test('two ends from one page have no best; two ends from two sources have one', () => {
  const source = {
    name: 'RFI',
    kind: 'press',
    url: 'https://example.org/range',
    publishedOn: null,
  } as const
  const low = says(2000, { source, event: ['range', 'low'] })
  const high = says(3000, { source, event: ['range', 'high'] })
  expect(combine([low, high]).value).toEqual({ low: 2000, best: null, high: 3000 })
  expect(combine([low, says(3000, { event: ['range', 'high'], credibility: 1 })]).value?.best).toBe(
    3000,
  )
})

test('no eligible statement is unknown, not zero', () => {
  expect(combine([]).value).toBeNull()
  expect(combine([says(80, { credibility: 5 })]).value).toBeNull()
})

test('a sum with an unknown end does not pretend to know it', () => {
  expect(sum([exactly(3), { low: 1, best: null, high: 4 }])).toEqual({
    low: 4,
    best: null,
    high: 7,
  })
  expect(sum([])).toBeNull()
  expect(middle({ low: 2, best: null, high: 4 })).toBe(3)
})
