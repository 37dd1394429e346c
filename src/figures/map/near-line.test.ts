import { expect, test } from 'vitest'
import { distanceTo, simplified } from './near-line.ts'

const line = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 50 },
]

test.each([
  [{ x: 50, y: 8 }, 8],
  [{ x: -3, y: 4 }, 5],
  [{ x: 104, y: 25 }, 4],
  [{ x: 100, y: 60 }, 10],
])('how far %o lies from a line', (at, distance) => {
  expect(distanceTo(line, at)).toBeCloseTo(distance)
})

test('a line of one point is that point, and nothing is near a line of none', () => {
  expect(distanceTo([{ x: 3, y: 4 }], { x: 0, y: 0 })).toBe(5)
  expect(distanceTo([], { x: 0, y: 0 })).toBe(Infinity)
})

test('bends too small to be seen are left out, and the ends and the great ones stay', () => {
  const bent = [
    { x: 0, y: 0 },
    { x: 10, y: 0.4 },
    { x: 20, y: 0 },
    { x: 30, y: 12 },
    { x: 40, y: 0 },
  ]
  expect(simplified(bent, 1).map(({ x }) => x)).toEqual([0, 20, 30, 40])
  expect(simplified(bent, 20).map(({ x }) => x)).toEqual([0, 40])
})

test('a way that comes back to where it began keeps its far end', () => {
  const there = { x: 50, y: 0 }
  expect(simplified([{ x: 0, y: 0 }, there, { x: 0, y: 0 }], 1)).toContainEqual(there)
})
