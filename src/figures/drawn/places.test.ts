import { expect, test } from 'vitest'
import { someLine } from '#testing/some-series.ts'
import type { FigureLine } from '#figures/figure.ts'
import { apart } from './apart.ts'
import { clearOf, clearStart } from './clear-of.ts'
import { curvesOf } from './curves.ts'
import { stacksOf } from './stacks.ts'
import { thatFit } from './that-fit.ts'

function line(role: FigureLine['role'], values: Parameters<typeof someLine>[2]): FigureLine {
  const marks = someLine('x', 'tankers', values).points.map((point) => ({
    ...point,
    said: '',
    note: null,
  }))
  return {
    key: 'x',
    name: 'x',
    short: 'x',
    role,
    colour: '--ink',
    dashed: false,
    marker: 'circle',
    texture: 'plain',
    marks,
  }
}

test('a curve breaks where nobody reported', () => {
  expect(curvesOf(line('line', [1, null, 0])).map(({ y }) => y)).toEqual([1, null, 0])
})

test('a step holds until its period ends, and not a day longer', () => {
  const points = curvesOf(line('step', [5, null, 7]))
  expect(points.map(({ y }) => y)).toEqual([5, 5, null, 7, 7])
  const [first, end] = points
  expect((end?.x ?? 0) - (first?.x ?? 0)).toBe(7)
})

test('layers stand on one another, an unknown layer takes no room, and a zero is a layer', () => {
  const stacks = stacksOf([
    line('bars', [300, 0]),
    line('bars', [null, null]),
    line('bars', [20, 5]),
  ])
  expect(stacks.map(({ layers }) => layers.map(({ low, high }) => [low, high]))).toEqual([
    [
      [0, 300],
      [300, 320],
    ],
    [
      [0, 0],
      [0, 5],
    ],
  ])
})

test('a stack has a range where sources differ, and none where an end is unknown', () => {
  expect(stacksOf([line('bars', [[15, 15, 20]]), line('bars', [10])])[0]?.span).toEqual([25, 30])
  expect(stacksOf([line('bars', [[null, 15, 20]])])[0]?.span).toBeNull()
  expect(stacksOf([line('bars', [[0.5, null, 1]])])[0]?.span).toBeNull()
})

test('things that would touch are moved apart, and others stay', () => {
  const items = [10, 12, 100].map((middle) => ({ middle, size: 8 }))
  expect(apart(items)).toEqual([7, 15, 100])
})

test('of labels that would touch the weightier is kept', () => {
  const boxes = [
    { left: 0, right: 10 },
    { left: 8, right: 18 },
    { left: 20, right: 30 },
  ]
  expect(thatFit(boxes, (index) => index)).toEqual(new Set([1, 2]))
})

test('a figure that a dashed line would cross stands above it, and over a second one there', () => {
  expect(clearOf(100, 10, [])).toBe(100)
  expect(clearOf(100, 10, [120, 60])).toBe(100)
  expect(clearOf(100, 10, [95])).toBe(92)
  expect(clearOf(100, 10, [95, 88])).toBe(85)
})

test('the name of a level goes where no bar reaches it, or to the right end', () => {
  const room = { left: 0, right: 200 }
  const low = { left: 0, right: 50, top: 90 }
  expect(clearStart(80, room, 40, [low])).toBe(0)
  expect(clearStart(80, room, 40, [{ ...low, top: 10 }])).toBe(53)
  expect(clearStart(80, room, 40, [{ left: 90, right: 130, top: 10 }])).toBe(0)
  expect(clearStart(80, room, 40, [{ left: 60, right: 150, top: 10 }])).toBe(120)
})
