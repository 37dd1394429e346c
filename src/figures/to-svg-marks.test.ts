import { beforeAll, expect, test } from 'vitest'
import type { Series } from '#domain/series.ts'
import { wordsReady } from '#i18n/words.ts'
import { someLine, somePoint, someScene, someSeries } from '#testing/some-series.ts'
import {
  countIn,
  saidIn,
  someArrivals,
  someWaits,
  SVG_AT,
  svgOf,
  svgOfAll,
} from '#testing/some-svg.ts'
import { figureOf } from './figure-of.ts'
import type { Scene } from './figure.ts'

let scene: Scene
beforeAll(async () => {
  scene = await someScene('en')
  await wordsReady('en', 'embed')
})

const draw = (series: Series, options: Parameters<typeof svgOf>[2] = {}) =>
  svgOf(series, scene, options)

const curve = (svg: string) => /class="line" d="([^"]*)"/.exec(svg)?.[1] ?? ''

test('a gap breaks the line: two stretches are two', () => {
  expect(countIn(curve(draw(someWaits([1, 2, 3, 4]))), /M/g)).toBe(1)
  expect(countIn(curve(draw(someWaits([1, 2, null, 4]))), /M/g)).toBe(2)
})

test('a zero is drawn, and an unknown is not', () => {
  const bars = (values: (number | null)[]) =>
    countIn(draw(someArrivals(values)), /class="mark bars"/g)
  expect(bars([300, null, 200])).toBe(2)
  expect(bars([300, 0, 200])).toBe(3)
})

test.each([
  ['line', someWaits([1, 2]), /class="mark line"/g, 2],
  ['bars', someArrivals([1, null, 2]), /class="mark bars"/g, 2],
  [
    'gauges',
    someSeries('stations', [someLine('bamako', 'share', [0.5, 0, null])]),
    /class="mark gauges"/g,
    2,
  ],
  [
    'points',
    someSeries('prices', [someLine('parallel-petrol', 'xof-per-litre', [900, null])]),
    /class="mark points"/g,
    1,
  ],
  [
    'ranges',
    someSeries('litres', [someLine('cover', 'days', [[2, null, 4]])]),
    /class="mark ranges"/g,
    1,
  ],
])('figures drawn as %s are as many as there are', (_, series, pattern, expected) => {
  expect(countIn(draw(series), pattern)).toBe(expected)
})

test('a price in force is a stroke that holds, without a point a day', () => {
  const days = Array.from({ length: 50 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10)
    return somePoint(day, index < 30 ? 775 : 800, { to: day })
  })
  const svg = draw(
    someSeries('prices', [{ key: 'official-petrol', unit: 'xof-per-litre', points: days }]),
  )
  expect(curve(svg).length).toBeLessThan(120)
  expect(curve(svg)).toMatch(/^M/)
})

test('a partial week is hatched, added convoys are lighter, a majority has an outline', () => {
  expect(draw(someArrivals([5], 'partial-week'))).toContain('url(#chart-hatch)')
  expect(draw(someArrivals([5], 'summed'))).toMatch(/class="mark bars"[^>]*fill-opacity="0.45"/)
  const majority = someSeries('stations', [someLine('bamako', 'share', [[0.5, null, 1]])])
  expect(draw(majority)).toContain('stroke-dasharray="2 2"')
})

test('arrivals and losses stand on one scale and one zero line', () => {
  const up = figureOf(someArrivals([300]), scene, SVG_AT)
  const down = figureOf(someSeries('losses', [someLine('ci', 'tankers', [30])]), scene, SVG_AT)
  const heights = [
    ...svgOfAll([up, down], scene).matchAll(/class="mark bars"[^>]* height="([\d.]+)"/g),
  ].map(([, height]) => Number(height))
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(10, 1)
  expect(saidIn(svgOfAll([up, down], scene))).toContain('30 tankers lost')
})
