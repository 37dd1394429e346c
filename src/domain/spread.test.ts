import { expect, test } from 'vitest'
import type { Estimate } from './estimate.ts'
import { median, spreadOf } from './spread.ts'

test.each([
  [[], null],
  [[3], 3],
  [[3, 8], 5.5],
  [[1, 2, 72], 2],
])('the median of %j is %s', (values, expected) => expect(median(values)).toBe(expected))

test.each<[number[], Estimate, string]>([
  [[], { low: null, best: null, high: null }, 'nothing is known of nothing'],
  [[4], { low: 4, best: 4, high: 4 }, 'one figure has no range'],
  [[9, 1, 2], { low: 1, best: 2, high: 9 }, 'of few, the two ends'],
  [[0, 1, 1, 1, 2, 2, 2, 99], { low: 1, best: 1.5, high: 2 }, 'of eight, the middle half'],
])('%j is spread as %j: %s', (values, expected, _because) =>
  expect(spreadOf(values)).toEqual(expected),
)

test('one mad figure among many does not widen the range', () => {
  const sane = Array.from({ length: 40 }, (_, n) => n)
  const [without, within] = [spreadOf(sane), spreadOf([...sane, 10_000])]
  expect((within.high ?? 0) - (without.high ?? 0)).toBeLessThanOrEqual(1)
})
