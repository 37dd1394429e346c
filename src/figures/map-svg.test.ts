import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import type { CorridorState, CorridorStatus } from '#domain/corridor-status.ts'
import type { Axis } from '#domain/corridor.ts'
import type { Happening } from '#domain/happening.ts'
import { exactly } from '#domain/estimate.ts'
import { wordsReady } from '#i18n/words.ts'
import { testAtlas } from '#mocks/api-over.ts'
import { someHappening } from '#testing/some-map.ts'
import { someScene } from '#testing/some-series.ts'
import type { Scene } from './figure.ts'
import { mapFigureOf, mapTable } from './map-figure.ts'
import type { MapData } from './map-figure.ts'
import { mapSvg } from './map-svg.ts'
import type { BaseMap } from './map-svg/plan.ts'
import { thin } from './map-svg/thin.ts'
import type { SvgOptions } from './svg/sheet.ts'

const AT = '2026-02-01'
let scene: Scene
let base: BaseMap
let data: MapData
beforeAll(async () => {
  await wordsReady('en', 'embed')
  const atlas = await testAtlas()
  scene = { ...(await someScene('en')), placeName: (id) => atlas.places.get(id)?.name ?? id }
  base = JSON.parse(await readFile('public/geo/base.topo.json', 'utf8')) as BaseMap
  data = {
    ...atlas,
    states: [state('sn', 'contested'), state('ci', 'escort'), state('gn', 'unknown')],
    incidents: [toll('kayes', 40)],
    convoys: [
      someHappening({ id: 'c', kind: 'convoy', accounts: [account('tankersArrived', 82)] }),
    ],
    at: AT,
    mark: null,
  }
})

function state(axis: Axis, status: CorridorStatus): CorridorState {
  const corridors = { ci: ['ci-main'], sn: ['sn-north'], gn: ['gn-main'], ne: [] }[axis]
  return {
    axis,
    status,
    corridors,
    reasons: [],
    legs: [],
    freshness: 'fresh',
    lastReported: '2026-01-29',
    lastKnown: status === 'unknown' ? { status: 'contested', day: '2025-12-06' } : null,
  }
}

const account = (quantity: string, best: number) => ({
  quantity,
  value: exactly(best),
  voices: [],
  claims: [],
})

function toll(place: string, tankers: number, change: Partial<Happening> = {}): Happening {
  const position = { place, lat: null, lon: null, precisionMetres: 50_000 }
  return someHappening({ position, accounts: [account('tankersDestroyed', tankers)], ...change })
}

const OPTIONS = {
  width: 640,
  height: null,
  theme: 'light',
  standalone: true,
  frame: 'whole',
  id: 'map',
  foot: [],
} as const

function draw(change: Partial<MapData> = {}, options: Partial<SvgOptions> = {}): string {
  const figure = mapFigureOf({ ...data, ...change }, scene)
  return mapSvg(figure, base, { ...OPTIONS, scene, ...options })
}
const count = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].length

test('the title says what the map shows, the worst first', () => {
  expect(mapFigureOf(data, scene).title).toBe(
    'Fuel roads into Mali on 1 February 2026: Senegal contested, Côte d’Ivoire under escort, state of Guinea unknown',
  )
})

test('each way in is drawn with its status, and the key has no other', () => {
  const svg = draw()
  for (const [axis, status] of [
    ['sn', 'contested'],
    ['ci', 'escort'],
    ['gn', 'unknown'],
  ])
    expect(svg).toContain(`class="road ${status}" data-axis="${axis}"`)
  expect(svg).toContain('>contested</text>')
  expect(svg).not.toContain('>restricted</text>')
  expect(svg).toContain('last known state, past')
})

test('a rough position is an area as large as its doubt', () => {
  const radius = (metres: number) => {
    const position = { place: 'kayes', lat: null, lon: null, precisionMetres: metres }
    return Number(
      /class="area"[^>]* r="([\d.]+)"/.exec(
        draw({ incidents: [toll('kayes', 4, { position })] }),
      )?.[1],
    )
  }
  expect(radius(100_000) / radius(50_000)).toBeCloseTo(2, 1)
})

test('what no source places is counted, not put anywhere', () => {
  const nowhere = toll('mali', 3, { id: 'nowhere' })
  const svg = draw({ incidents: [toll('kayes', 40), nowhere] })
  expect(count(svg, /class="incident"/g)).toBe(1)
  expect(svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(
    /1 incident and 1 convoy on the map; 1 more without a known place/,
  )
})

test('nothing of a later day is on the map, and an arrival leaves it after a week', () => {
  const late = { from: '2026-02-03', to: '2026-02-03' }
  const old = { from: '2026-01-20', to: '2026-01-20' }
  expect(
    count(draw({ incidents: [toll('kayes', 4, { period: late })] }), /class="incident"/g),
  ).toBe(0)
  expect(count(draw(), /class="convoy"/g)).toBe(1)
  expect(
    count(
      draw({ convoys: data.convoys.map((each) => ({ ...each, period: old })) }),
      /class="convoy"/g,
    ),
  ).toBe(0)
})

test('it credits the roads, and is told in words', () => {
  const svg = draw()
  expect(svg).toContain('© OpenStreetMap contributors')
  expect(svg).toContain('Natural Earth')
  expect(mapFigureOf(data, scene).alt).toMatch(
    /^Map: Fuel roads.*Guinea: last known state contested, 6 December 2025\. 1 incident.*Heaviest toll: 40 tankers lost, Kayes, 29 January 2026\. Latest convoy: 82 tankers, Bamako/,
  )
})

test('the same states stand in a table, and what is not known is a dash', () => {
  const never = { ...state('ne', 'unknown'), lastReported: null, lastKnown: null }
  const { rows } = mapTable(
    mapFigureOf({ ...data, states: [state('sn', 'cut'), never] }, scene),
    scene,
  )
  expect(rows.map(({ period, cells }) => [period, cells[0]?.text, cells[1]?.text])).toEqual([
    ['Senegal', 'cut', '29 Jan 2026'],
    ['Niger', 'state unknown', '–'],
  ])
})

test('the same map is the same bytes, holds no unknown number, and needs no other host', () => {
  for (const width of [320, 640, 1200]) {
    const svg = draw({}, { width })
    expect(svg).toBe(draw({}, { width }))
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity| style=|<script|href="(?!#)/)
    expect(svg).not.toMatch(/var\(/)
  }
})

test('a hostile place does not break out of the map', () => {
  const hostile = '</text><script>alert(1)</script>'
  const source = { report: 'r', source: hostile, code: 'B2' }
  const svg = draw({ incidents: [toll('kayes', 40, { witnesses: [source] })] })
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
})

test('a demo says so across the map', () => {
  expect(draw({ mark: 'DEMO – simulated data' })).toContain('class="demo-mark"')
})

test('tags, convoys and names stand on the map, at every width', () => {
  for (const width of [320, 640, 1200]) {
    const svg = draw({}, { width, frame: 'drawing' })
    const boxes = [
      ...svg.matchAll(
        /class="(?:tag|convoy)"[^>]*><rect x="([-\d.]+)" y="[-\d.]+" width="([\d.]+)"/g,
      ),
    ]
    expect(boxes.length).toBe(4)
    for (const [, x, wide] of boxes) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width)
    }
  }
})

test('a line is drawn with few points, none of them far from where it was', () => {
  const straight = Array.from({ length: 50 }, (_, index) => [index, index % 2 ? 0.01 : 0])
  expect(thin(straight, 0.1)).toEqual([straight[0], straight[49]])
  const bent = [
    [0, 0],
    [5, 5],
    [10, 0],
  ]
  expect(thin(bent, 0.1)).toEqual(bent)
  const ring = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ]
  expect(thin(ring, 0.1)).toEqual(ring)
})
