import { beforeAll, expect, test } from 'vitest'
import type { Series } from '#domain/series.ts'
import { wordsReady } from '#i18n/words.ts'
import { someLine, someScene, someSeries } from '#testing/some-series.ts'
import { countIn, saidIn, someArrivals, someWaits, svgOf } from '#testing/some-svg.ts'
import type { Scene } from './figure.ts'

let scene: Scene
beforeAll(async () => {
  scene = await someScene('en')
  await wordsReady('en', 'embed')
})

const draw = (series: Series, options: Parameters<typeof svgOf>[2] = {}) =>
  svgOf(series, scene, options)

test.each([
  ['gaps', someWaits([null, 3, null, [1, null, 4], null])],
  [
    'open ranges',
    someArrivals([
      [null, 15, 20],
      [5, null, null],
      [null, null, 9],
    ]),
  ],
  ['one figure', someWaits([2])],
  ['a zero alone', someArrivals([0])],
  [
    'no dates and no sources',
    someSeries('losses', [someLine('sn', 'tankers', [40])], { asOf: null, sourceNames: [] }),
  ],
])('%s never become NaN, undefined or null', (_, series) => {
  for (const width of [320, 640, 1200])
    expect(draw(series, { width })).not.toMatch(/NaN|undefined|null|Infinity/)
})

test('everything a reader needs is in the picture', () => {
  const series = someSeries(
    'arrivals',
    [someLine('ci', 'tankers', [300, null, [190, 200, 260]], 'whole-week')],
    {
      caveats: ['sources-disagree'],
      annotations: [
        {
          day: '2026-01-20',
          metric: 'ration_litres',
          value: 20,
          unit: 'L',
          place: 'bamako',
          report: 'r',
        },
      ],
      references: [{ id: 'before', value: 400, unit: 'tankers', source: 'AP', url: null }],
    },
  )
  const svg = draw(series, { foot: ['Figures held on 2 March'] })
  const text = saidIn(svg)
  for (const words of [
    '200 tankers arrived in the week of 19 January (190–260 depending on the source)',
    'Arrived in Mali, by week and way in.',
    'tankers a week',
    'via Côte d’Ivoire',
    'before the attacks: 400 (AP)',
    'Fill-ups capped at 20 L (Bamako)',
    '3 reports, 2 sources (RFI · AFP)',
    'Latest publication: 9 February 2026',
    'Where sources disagree',
    'Figures held on 2 March',
    'Jauge',
  ])
    expect(text).toContain(words)
})

test('a picture is told to those who do not see it', () => {
  const svg = draw(someWaits([2, 3]), { id: 'one' })
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="one-title one-alt"/)
  expect(svg).toMatch(/<title id="one-title">[^<]*3 hours/)
  expect(svg).toMatch(/<desc id="one-alt">Line and dot chart/)
})

test('two pictures on a page share no id', () => {
  const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  const [one, two] = ['one', 'two'].map((id) =>
    idsOf(draw(someArrivals([1, 2], 'partial-week'), { id, standalone: false })),
  )
  expect(one?.length).toBeGreaterThan(1)
  expect(one?.filter((id) => two?.includes(id))).toEqual([])
})

test('what a picture refers to is in it', () => {
  const svg = draw(
    someSeries('arrivals', [
      someLine('sn', 'tankers', [1]),
      someLine('gn', 'tankers', [2], 'partial-week'),
    ]),
  )
  const ids = new Set([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id)
  expect(used.length).toBeGreaterThan(2)
  expect(used.filter((id) => !ids.has(id))).toEqual([])
})

test('a file has its colours, a part of a page takes those of the page', () => {
  expect(draw(someWaits([1]))).not.toContain('var(')
  expect(draw(someWaits([1]), { theme: 'dark' })).toContain('#131518')
  const inline = draw(someWaits([1]), { standalone: false })
  expect(inline).toContain('var(--ink)')
  expect(inline).not.toMatch(/="#[0-9a-f]{3,6}"/)
})

test('nothing in it needs a style attribute, a script or another host', () => {
  expect(draw(someWaits([1, 2]))).not.toMatch(/ style=|<style|<script|href="(?!#)|@import/)
})

test('a hostile place does not break out of the picture', () => {
  const hostile = '</text><script>alert(1)</script>"onload="x'
  const series = someSeries('wait', [someLine(hostile, 'hours', [3])], { sourceNames: [hostile] })
  const svg = draw(series)
  expect(svg).not.toMatch(/<script|"onload="/)
  expect(svg).toContain('&lt;script&gt;')
})

test('the same figure is the same bytes', () => {
  const series = someArrivals([300, [190, 200, 260], null])
  expect(draw(series)).toBe(draw(structuredClone(series)))
  expect(draw(series)).not.toMatch(/\d\.\d{3}/)
})

test('a figure that cannot be had says what is missing, and draws no axes', () => {
  const svg = draw(someSeries('arrivals', [], { missing: ['arrivals'], n: 0, sources: 0 }))
  expect(saidIn(svg)).toContain('What is missing: counted arrivals.')
  expect(svg).not.toContain('class="plot"')
})

test('a demo says so in its frame and across its drawing, where cutting does not take it away', () => {
  const svg = draw(someArrivals([5]), { mark: 'DEMO – simulated data' })
  expect(countIn(svg, /DEMO – simulated data/g)).toBeGreaterThan(2)
  expect(svg).toContain('class="demo-mark"')
  const drawing = draw(someArrivals([5]), { frame: 'drawing', mark: 'DEMO – simulated data' })
  expect(drawing).toMatch(/class="demo-mark"[^]*DEMO – simulated data/)
  expect(draw(someArrivals([5]))).not.toContain('DEMO')
})

test('the drawing alone leaves titles and credit to the page', () => {
  const text = saidIn(
    draw(someArrivals([5]), { frame: 'drawing' })
      .replace(/<desc.*?<\/desc>/, '')
      .replace(/<title.*?<\/title>/, ''),
  )
  expect(text).toContain('tankers a week')
  expect(text).not.toMatch(/reports|Jauge|arrived in the week/)
})

test('a height that is asked for is kept, as far as the text leaves room', () => {
  const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1])
  expect(Math.abs(heightOf(draw(someArrivals([5]), { height: 700 })) - 700)).toBeLessThanOrEqual(3)
  expect(heightOf(draw(someArrivals([5]), { frame: 'drawing', height: 300 }))).toBe(300)
  expect(heightOf(draw(someArrivals([5]), { height: 10 }))).toBeGreaterThan(250)
})
