import { expect, test } from 'vitest'
import { BoxGrid } from './box-grid.ts'
import { declutter } from './declutter.ts'
import type { Name } from './declutter.ts'

const box = (left: number, top: number, width = 20, height = 20) => ({ left, top, width, height })

test('a box meets what it overlaps, wherever the cells of the grid end, and not what it touches', () => {
  const grid = new BoxGrid([box(60, 60), box(-30, -30)])
  expect(grid.meets(box(79, 79))).toBe(true)
  expect(grid.meets(box(-15, -15))).toBe(true)
  expect(grid.meets(box(80, 60))).toBe(false)
  expect(grid.meets(box(500, 500))).toBe(false)
})

test('what is larger than the map is met everywhere', () => {
  const grid = new BoxGrid([box(-1e6, -1e6, 1e6, 1e7)])
  expect(grid.meets(box(-5000, 40_000))).toBe(true)
  expect(grid.meets(box(0, 0))).toBe(false)
})

test('a point finds what lies under it, the first added first', () => {
  const [under, over] = [box(0, 0), box(10, 0)]
  const grid = new BoxGrid([under, over])
  expect(grid.at(15, 5)).toEqual([under, over])
  expect(grid.at(5, 5)).toEqual([under])
  expect(grid.at(100, 5)).toEqual([])
})

/** Names on a sheet that grows with them, so that they are always as close. */
function spread(count: number): Name[] {
  const side = Math.sqrt(count) * 30
  return Array.from({ length: count }, (_, nth) => ({
    id: `${nth}`,
    x: (nth * 7919) % side,
    y: (nth * 104_729) % side,
    width: 60,
    height: 24,
    rank: nth % 3,
    reach: 8,
    sides: ['below', 'right', 'left', 'above'] as const,
  }))
}

test('twice as many names need about twice as many comparisons', () => {
  const compared = (count: number) => {
    const grid = new BoxGrid()
    declutter(spread(count), grid)
    return grid.compared
  }
  expect(compared(4000)).toBeLessThan(3 * compared(2000))
  // Each with each, on all sides, would be more than a hundred million.
  expect(compared(4000)).toBeLessThan(400_000)
})
