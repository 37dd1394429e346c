import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { absolute, groundOf, onWorld } from './ground.ts'
import type { Topology } from './ground.ts'

const topology = JSON.parse(await readFile('public/geo/base.topo.json', 'utf8')) as Topology

test('a point of the earth lies on the world as Web Mercator has it', () => {
  expect(onWorld(0, 0)).toEqual({ x: 128, y: 128 })
  const { x, y } = onWorld(-8, 12.65)
  expect(x).toBeCloseTo(122.3111, 4)
  expect(y).toBeCloseTo(118.9305, 3)
})

test('two neighbours share one arc: it is a border, and the coast is none', () => {
  const arc = (...points: number[][]) => points
  const ground = groundOf({
    arcs: [arc([0, 0], [0, 10]), arc([0, 10], [-10, 5], [0, 0]), arc([0, 0], [10, 5], [0, 10])],
    objects: {
      countries: {
        geometries: [
          { id: 'MLI', arcs: [[0, 1]] },
          { id: 'GHA', arcs: [[[2, ~0]]] },
        ],
      },
    },
  })
  expect(ground.borders).toEqual([[0]])
  expect(ground.focus).toEqual([[0, 1]])
  expect(ground.land).toEqual([[2, -1]])
  expect(absolute(~0)).toBe(0)
  expect([...(ground.arcs[0] ?? [])].slice(0, 2)).toEqual([128, 128])
})

test('the base map of the release unpacks into what is drawn, in a few large arrays', () => {
  const ground = groundOf(topology)
  expect(ground.arcs).toHaveLength(topology.arcs.length)
  for (const what of ['focus', 'land', 'borders', 'regions', 'rivers', 'lakes'] as const)
    expect(ground[what].length).toBeGreaterThan(1)
  const points = ground.arcs.flatMap((arc) => [...arc])
  expect(points.filter((each) => !(each > 90 && each < 160))).toEqual([])
})
