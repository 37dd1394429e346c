import { beforeAll, expect, test } from 'vitest'
import type { Annotation } from '#domain/series.ts'
import { someLine, somePoint, someScene, someSeries } from '#testing/some-series.ts'
import { axisUpTo, timeTicks } from './axes.ts'
import type { Scene } from './figure.ts'
import { figureOf } from './figure-of.ts'
import { notesOf } from './notes.ts'
import { onOneScale } from './one-scale.ts'
import { readAloud, readOutOf, stopsOf } from './read-out.ts'
import { toTable } from './to-table.ts'

let french: Scene
let english: Scene
beforeAll(async () => {
  ;[french, english] = await Promise.all([someScene('fr'), someScene('en')])
})

const AT = '2026-02-01'

test.each([
  { highest: 843, unit: 'tankers', values: [0, 250, 500, 750] },
  { highest: 1, unit: 'tankers', values: [0, 1] },
  { highest: 0, unit: 'tankers', values: [0, 1] },
  { highest: 72, unit: 'hours', values: [0, 24, 48, 72] },
  { highest: 0.33, unit: 'hours', values: [0, 0.25] },
  { highest: 40_348_300, unit: 'litres', values: [0, 20e6, 40e6] },
] as const)('an axis up to $highest $unit counts in steps that people use', (given) => {
  const { ticks, top } = axisUpTo(given.highest, 4, given.unit, english)
  expect(ticks.map(({ value }) => value)).toEqual(given.values)
  expect(top).toBeGreaterThanOrEqual(given.highest)
})

test('months are labelled where they begin, and the year where it turns', () => {
  const window = { from: '2025-08-25', to: '2026-03-12' }
  expect(timeTicks(window, french).map(({ label }) => label)).toEqual([
    'sept.',
    'oct.',
    'nov.',
    'déc.',
    '2026',
    'févr.',
    'mars',
  ])
})

test('a window without a new year names its year at once', () => {
  const window = { from: '2026-01-20', to: '2026-05-12' }
  expect(timeTicks(window, english)[0]?.label).toBe('Feb 2026')
})

test('a window of weeks is labelled by its Mondays', () => {
  const window = { from: '2026-01-07', to: '2026-01-20' }
  expect(timeTicks(window, french)).toEqual([
    { day: '2026-01-12', label: '12 janvier' },
    { day: '2026-01-19', label: '19 janvier' },
  ])
})

const event = (day: string, metric: Annotation['metric'], value = 1): Annotation => ({
  day,
  metric,
  value,
  unit: 'flag',
  place: null,
  report: `${day}-${metric}`,
})

test('of events that would overlap the most telling is kept, and all are numbered in order of days', () => {
  const notes = notesOf(
    [
      event('2026-02-20', 'schools_reopened'),
      event('2026-01-10', 'ration_xof', 10_000),
      event('2026-01-09', 'blockade_declared'),
      event('2026-02-10', 'power_hours_per_day', 6),
    ],
    english.window,
    english,
  )
  expect(notes.map(({ number, text }) => [number, text])).toEqual([
    [1, 'Blockade announced'],
    [2, 'Schools reopen'],
  ])
})

test('a stoppage that ends is not a stoppage', () => {
  const [note] = notesOf([event('2026-02-11', 'transport_suspended', 0)], french.window, french)
  expect(note?.text).toBe('Reprise du transport')
})

test('six events at most are marked, and none outside the window', () => {
  const days = Array.from({ length: 50 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)))
  const events = days.map((day) => event(day.toISOString().slice(0, 10), 'blockade_declared'))
  const notes = notesOf(events, english.window, english)
  expect(notes.length).toBeLessThanOrEqual(6)
  expect(notes.every(({ day }) => day >= english.window.from)).toBe(true)
})

test('facing panels have one scale: a pixel is worth the same in both', () => {
  const arrivals = figureOf(someSeries('arrivals', [someLine('ci', 'tankers', [900])]), english, AT)
  const losses = figureOf(someSeries('losses', [someLine('ci', 'tankers', [50])]), english, AT)
  const [up, down] = [arrivals.panels[0], losses.panels[0]]
  if (!up || !down) throw new Error('both have a panel')
  const [above, below] = onOneScale(up, down, 200, 50)
  expect(above.top / 200).toBeCloseTo(below.top / 50)
  expect(above.top).toBeGreaterThanOrEqual(900)
  expect(below.down).toBe(true)
})

test('a day is read with its week, its range, its basis and its sources', () => {
  const series = someSeries('arrivals', [
    someLine('ci', 'tankers', [[15, 16, 17], null], 'summed'),
    someLine('unstated', 'tankers', [null, null]),
  ])
  const figure = figureOf(series, english, AT)
  const { heading, readings } = readOutOf([figure], english)('2026-01-07')
  expect(readings.map(({ mark, text }) => [mark.said, text])).toEqual([
    ['16 (15–17)', 'convoys added up · 1 report, 1 source'],
  ])
  expect(heading).toMatch(/^5.?–.?11 Jan 2026$/)
  expect(readAloud(readOutOf([figure], english)('2026-01-15'), english.say)).toMatch(
    /15 Jan 2026\. Nothing reported\./,
  )
})

test('an attack that nobody counted is read out as one, and has no figure', () => {
  const line = someLine('ci', 'tankers', [40])
  line.points.push(somePoint('2026-01-12', null, { n: 1, sources: 1 }))
  const figure = figureOf(someSeries('losses', [line]), english, AT)
  expect(readOutOf([figure], english)('2026-01-13').readings.map(({ mark }) => mark.said)).toEqual([
    'no figure given',
  ])
})

test('the pointer stops at the start of each bucket, within the window', () => {
  const figure = figureOf(someSeries('wait', [someLine('all', 'hours', [1, 2])]), english, AT)
  expect(stopsOf([figure])).toEqual(['2026-01-05', '2026-01-12'])
})

test('an official price makes a row where it changes, not one a day', () => {
  const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08']
  const official = {
    key: 'official-petrol',
    unit: 'xof-per-litre' as const,
    points: days.map((day, index) => somePoint(day, index < 2 ? 775 : 800, { to: day })),
  }
  const figure = figureOf(someSeries('prices', [official]), english, AT)
  const { rows } = toTable(figure, english)
  expect(rows.map(({ period, cells }) => [period, cells[0]?.text])).toEqual([
    ['5 Jan 2026', '775'],
    ['7 Jan 2026', '800'],
  ])
})

test('a table names its lines apart, with their unit', () => {
  const arrivals = figureOf(someSeries('arrivals', [someLine('ci', 'tankers', [9])]), english, AT)
  const losses = figureOf(someSeries('losses', [someLine('ci', 'tankers', [9])]), english, AT)
  const { head } = toTable({ panels: [...arrivals.panels, ...losses.panels] }, english)
  expect(head).toEqual([
    { text: 'Arrived, via Côte d’Ivoire', note: 'tankers a week' },
    { text: 'Lost, via Côte d’Ivoire', note: 'tankers a week' },
  ])
})

test('the largest coverage is said with its place, and its absence too', () => {
  const line = someLine('bamako', 'share', [0.2])
  const counted = {
    ...line,
    points: line.points.map((point) => ({ ...point, reporting: 20, known: 600 })),
  }
  expect(figureOf(someSeries('stations', [counted]), english, AT).subtitle).toContain(
    '20 stations out of 600 (Bamako)',
  )
  expect(figureOf(someSeries('stations', [line]), french, AT).subtitle).toContain(
    'Aucune source ne dit combien de stations',
  )
})

test('places beyond what a figure can hold are said to be left out', () => {
  const lines = Array.from({ length: 9 }, (_, index) => someLine(`place-${index}`, 'share', [0.5]))
  const figure = figureOf(someSeries('stations', lines), english, AT)
  expect(figure.panels).toHaveLength(6)
  expect(figure.subtitle).toContain('3 more places')
})

test('stations nobody reported on lack reports before they lack a census', () => {
  const silent = someSeries('stations', [], { missing: ['station-census'], n: 0, sources: 0 })
  const lacks = ['reports in this period', 'a census of stations']
  expect(figureOf(silent, english, '2026-02-01').missing).toEqual(lacks)
  const both = { ...silent, missing: ['station-census' as const, 'no-reports' as const] }
  expect(figureOf(both, english, '2026-02-01').missing).toEqual(lacks)
})

test('stations that were reported on lack the census alone', () => {
  const told = someSeries('stations', [someLine('bamako', 'share', [0.5])], {
    missing: ['station-census'],
  })
  expect(figureOf(told, english, '2026-02-01').missing).toEqual(['a census of stations'])
})
