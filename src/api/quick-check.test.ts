import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { SitesAnswer } from '#contract/answers.ts'
import { quickly } from './quick-check.ts'

const reading = {
  aspect: 'wait',
  product: null,
  value: { low: 1, best: 2, high: 3 },
  state: null,
  day: '2026-03-10',
  freshness: 'fresh',
  handling: 'restricted',
  code: 'B2',
  source: 'RFI',
  report: 'r1',
}
const site = {
  type: 'Feature',
  id: 'bamako',
  geometry: { type: 'Point', coordinates: [-8, 12.6] },
  properties: {
    place: 'bamako',
    position: { place: 'bamako', lat: 12.6, lon: -8, precisionMetres: 2000 },
    readings: [reading, { ...reading, product: 'petrol', value: null, handling: undefined }],
    withheld: ['queue'],
    freshness: 'fresh',
    data_mode: 'live',
  },
}
const features = SitesAnswer.shape.features
const answer = [site, { ...site, geometry: null }]

/** Every value within, by the way to it. */
function waysIn(value: unknown, way: string[] = []): string[][] {
  const within =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => waysIn(part, [...way, key]))
      : []
  return way.length === 0 ? within : [way, ...within]
}

function changed(value: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >
  copy[key] = changed(copy[key], rest, to)
  return copy
}

test('what is right is passed on as it came, without the parser', () => {
  const read = quickly(features)(answer)
  expect(read).toEqual({ success: true, data: answer })
  expect(read.data).toBe(answer)
})

test('it refuses whatever the parser refuses, wherever something wrong stands', () => {
  const read = quickly(features)
  const wrong = [undefined, null, 'x', 7, true, [], {}, ['x'], { x: 1 }]
  const others = waysIn(answer).flatMap((way) =>
    wrong.map((to) => changed(JSON.parse(JSON.stringify(answer)), way, to)),
  )
  expect(others.length).toBeGreaterThan(500)
  const differs = others.filter((each) => read(each).success !== features.safeParse(each).success)
  expect(differs).toEqual([])
  expect(others.filter((each) => !read(each).success).length).toBeGreaterThan(400)
})

test('what it has no test for is left to the parser: a transform is made, a bound is held', () => {
  const upper = z.pipe(
    z.string(),
    z.transform((text: string) => text.toUpperCase()),
  )
  expect(quickly(upper)('a').data).toBe('A')
  const small = z.number().check(z.maximum(3))
  expect(quickly(z.object({ n: small }))({ n: 3 }).success).toBe(true)
  expect(quickly(z.object({ n: small }))({ n: 4 }).success).toBe(false)
})
