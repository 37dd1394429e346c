import { expect, test } from 'vitest'
import { CorridorStatus } from '#domain/corridor-status.ts'
import { lineLook, widthOf } from './strokes.ts'

const statuses = CorridorStatus.options

/** All of a line's look but its colour: what a colour-blind reader, or a photocopy, has left. */
function withoutColor(status: CorridorStatus) {
  const { strokes, crossed } = lineLook(status, null, 4)
  return JSON.stringify([crossed, strokes.map(({ dashArray, weight }) => [dashArray, weight])])
}

test('every status differs from every other without its colour', () => {
  expect(new Set(statuses.map(withoutColor)).size).toBe(statuses.length)
})

test('every status has a colour of its own on top', () => {
  const colors = statuses.map((status) => lineLook(status, null, 4).strokes.at(-1)?.color)
  expect(new Set(colors).size).toBe(statuses.length)
})

test('only a cut road is crossed out', () => {
  expect(statuses.filter((status) => lineLook(status, null, 4).crossed)).toEqual(['cut'])
})

test('silence never looks calm: an unknown road is thinner than any known one, whatever it was', () => {
  const top = (status: CorridorStatus, lastKnown: CorridorStatus | null) =>
    lineLook(status, lastKnown, 4).strokes.at(-1)
  expect(top('unknown', 'open')).toEqual(top('unknown', null))
  expect(top('unknown', 'open')?.weight).toBeLessThan(top('open', null)?.weight ?? 0)
  expect(top('unknown', 'open')?.color).toBe('var(--status-unknown)')
})

test('what an unknown road last was is a faint trace under the line', () => {
  const trace = lineLook('unknown', 'open', 4).strokes.find(({ color }) => color.includes('open'))
  expect(trace?.opacity).toBeLessThanOrEqual(0.25)
  expect(lineLook('unknown', 'open', 4).strokes.at(-1)?.opacity).toBe(1)
  expect(lineLook('open', 'cut', 4).strokes.some(({ color }) => color.includes('cut'))).toBe(false)
})

test('leading corridors are broader, and a line drawn by hand is thinner', () => {
  expect(widthOf(1, false)).toBeGreaterThan(widthOf(2, false))
  expect(widthOf(2, false)).toBeGreaterThan(widthOf(3, false))
  expect(widthOf(3, true)).toBeLessThan(widthOf(3, false))
})
