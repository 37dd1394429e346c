import { expect, test } from 'vitest'
import { headingAt, nextStop, notesNear, readingsAt } from './readings.ts'
import type { Readings } from './readings.ts'

const readings: Readings = {
  from: '2026-01-05',
  days: 21,
  stops: [0, 7, 14],
  lines: [
    {
      name: 'Arrived',
      colour: '--ink',
      told: [
        [0, 6, '875', 'whole week'],
        [14, 20, '843', 'whole week'],
      ],
    },
    { name: 'Official', colour: '--petrol', told: [[0, 20, '775', 'in force']] },
  ],
  notes: [[3, 1, 'Schools closed']],
  names: { '0-6': '5–11 Jan 2026', '14-20': '19–25 Jan 2026' },
  silent: 'Nobody reported anything.',
}

test('a day is read with the week it lies in, and with what was in force', () => {
  const found = readingsAt(readings, 3)
  expect(found.map(({ name, told }) => `${name} ${told[2]}`)).toEqual([
    'Arrived 875',
    'Official 775',
  ])
  expect(headingAt(readings, 3, found, 'en')).toBe('5–11 Jan 2026')
})

test('a week without a count is read as its day, and the count before it is not carried over', () => {
  const found = readingsAt(readings, 9)
  expect(found.map(({ name }) => name)).toEqual(['Official'])
  expect(headingAt(readings, 9, found, 'en')).toBe('14 Jan 2026')
})

test('the first of a month is written as French writes it', () => {
  const first = { ...readings, from: '2026-03-01', names: {} }
  expect(headingAt(first, 0, [], 'fr')).toMatch(/^1er mars/)
})

test.each([
  ['ArrowRight', 0, 7],
  ['ArrowRight', 3, 7],
  ['ArrowRight', 14, 14],
  ['ArrowRight', 20, 14],
  ['ArrowLeft', 14, 7],
  ['ArrowLeft', 9, 7],
  ['ArrowLeft', 0, 0],
  ['Home', 14, 0],
  ['End', 0, 14],
  ['PageDown', 14, 0],
  ['PageUp', 0, 14],
])('%s from day %i leads to day %i', (key, day, to) => {
  expect(nextStop(readings.stops, day, key)).toBe(to)
})

test('a key that moves nothing is left to the page', () => {
  expect(nextStop(readings.stops, 7, 'a')).toBeNull()
  expect(nextStop(readings.stops, 7, 'Tab')).toBeNull()
})

test('an event is told where the pointer cannot be told from it', () => {
  expect(notesNear(readings, 4)).toHaveLength(1)
  expect(notesNear(readings, 6)).toHaveLength(0)
})
