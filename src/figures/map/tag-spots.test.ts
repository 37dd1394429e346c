import { expect, test } from 'vitest'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import { tagSpots } from './tag-spots.ts'

const line = Array.from({ length: 100 }, (_, i): [number, number] => [i * 10, 0])
const legs = new Map([['l', { id: 'l', countries: ['SEN'], line } as unknown as Leg]])
const corridors = [{ id: 'c', axis: 'sn', priority: 1, legs: ['l'] } as unknown as Corridor]
const states = [{ axis: 'sn', status: 'open', corridors: ['c'] } as unknown as CorridorState]
const given = {
  corridors,
  legs,
  project: ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon, y: lat }),
  boxOf: () => ({ left: -20, top: -12, width: 40, height: 24 }),
}

test('a tag stands in the middle of its road', () => {
  expect(tagSpots(states, { ...given, over: [] }).get('sn')?.at).toEqual({ lat: 0, lon: 500 })
})

test('a tag moves along its road from under the buttons of the map', () => {
  const over = [{ left: 480, top: -20, width: 40, height: 40 }]
  expect(tagSpots(states, { ...given, over }).get('sn')?.at.lon).not.toBe(500)
})
