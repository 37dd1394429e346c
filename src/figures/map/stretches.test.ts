import { expect, test } from 'vitest'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import { crossesAlong } from './crosses.ts'
import { drawnOf, stretchesOf } from './stretches.ts'

const leg = (id: string, from: number, to: number): [string, Leg] => [
  id,
  {
    id,
    from: 'a',
    to: 'b',
    countries: ['MLI'],
    km: 100,
    approximateKm: 0,
    drawn: 'road',
    line: [
      [from, 12],
      [to, 12],
    ],
  },
]
const legs = new Map([leg('north', -4, -5), leg('middle', -5, -6), leg('south', -6, -7)])
const corridor = (id: string, ids: string[], change: Partial<Corridor> = {}): Corridor => ({
  id,
  name: id,
  nameFr: id,
  axis: 'ci',
  priority: 1,
  km: 300,
  roads: [],
  legs: ids,
  nodes: [],
  recordName: null,
  ...change,
})
const main = corridor('main', ['north', 'middle', 'south'])
const state = (change: Partial<CorridorState> = {}): CorridorState => ({
  axis: 'ci',
  status: 'open',
  reasons: [],
  legs: [],
  corridors: ['main'],
  freshness: 'fresh',
  lastReported: null,
  lastKnown: null,
  ...change,
})

test('an axis in one state is one line from end to end, so that its dashes run through', () => {
  const [only, ...others] = stretchesOf([state()], [main], legs)
  expect(others).toEqual([])
  expect(only?.lines).toEqual([
    [
      [12, -4],
      [12, -5],
      [12, -6],
      [12, -7],
    ],
  ])
})

test('a leg has its own status before its axis', () => {
  const attacked = state({
    legs: [{ leg: 'middle', status: 'contested', lastIncident: '2026-01-29' }],
  })
  const stretches = stretchesOf([attacked], [main], legs)
  expect(stretches.map(({ status, lines }) => [status, lines.length])).toEqual([
    ['open', 2],
    ['contested', 1],
  ])
})

test('where two ways in share a leg, the worse status is drawn and the unknown hides nothing', () => {
  const other = corridor('other', ['south'], { axis: 'ne' })
  const both = (status: CorridorState['status']) =>
    stretchesOf([state(), state({ axis: 'ne', status, corridors: ['other'] })], [main, other], legs)
  expect(both('cut').map(({ axis, status }) => [axis, status])).toEqual([
    ['ci', 'open'],
    ['ne', 'cut'],
  ])
  expect(both('unknown').map(({ status }) => status)).toEqual(['open'])
})

test('what an axis was is traced only while all of it is unknown', () => {
  const lastKnown = { status: 'contested', day: '2025-12-06' } as const
  const silent = stretchesOf([state({ status: 'unknown', lastKnown })], [main], legs)
  expect(silent.map((each) => each.lastKnown)).toEqual(['contested'])
  const quietLegs = [{ leg: 'north', status: 'unknown', lastIncident: null } as const]
  const hit = stretchesOf(
    [state({ status: 'contested', lastKnown, legs: quietLegs })],
    [main],
    legs,
  )
  expect(hit.every((each) => each.lastKnown === null)).toBe(true)
})

test('corridors that the state does not name are not drawn, unless the axis is known and names none', () => {
  expect(drawnOf(state({ corridors: [] }), [main])).toEqual([main])
  expect(drawnOf(state({ corridors: [], status: 'unknown' }), [main])).toEqual([])
})

test('a cut road carries its crosses at even distances, and a short one still carries one', () => {
  const centres = crossesAlong(
    [
      [0, 0],
      [200, 0],
    ],
    50,
    4,
  ).map(([[from], [to]]) => (from + to) / 2)
  expect([...new Set(centres)]).toEqual([25, 75, 125, 175])
  expect(
    crossesAlong(
      [
        [0, 0],
        [8, 0],
      ],
      50,
      4,
    ),
  ).toHaveLength(2)
})
