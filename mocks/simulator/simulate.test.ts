import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Report } from '#domain/report.ts'
import type { Instant } from '#domain/time.ts'
import { testAtlas } from '#mocks/api-over.ts'
import { instantText, minuteOf } from './calendar.ts'
import { diceFor } from './random.ts'
import { SCENARIOS } from './scenario.ts'
import { simulate } from './simulate.ts'
import { CLOCK_STARTS } from './simulation.ts'
import type { Batch } from './simulation.ts'
import { withStations } from './stations.ts'

const atlas = withStations(await testAtlas(), 1)
const parts = { scenario: 'blockade', seed: 1, atlas } as const
const history = simulate(parts).advance(CLOCK_STARTS)
const drafts = history.flatMap((batch) => batch.drafts)
const hashOf = (batches: Batch[]) =>
  createHash('sha256').update(JSON.stringify(batches)).digest('hex')

test('the same seed tells the same, byte for byte', () => {
  expect(hashOf(simulate(parts).advance(CLOCK_STARTS))).toBe(hashOf(history))
})

test('another seed or another scenario tells something else', () => {
  const soon: Instant = '2025-03-01T00:00:00.000Z'
  const first = hashOf(simulate(parts).advance(soon))
  expect(hashOf(simulate({ ...parts, seed: 2 }).advance(soon))).not.toBe(first)
  expect(hashOf(simulate({ ...parts, scenario: 'calm' }).advance(soon))).not.toBe(first)
})

test.each([
  ['a day at a time', () => 1_440],
  ['an hour at a time', () => 60],
  ['seven minutes at a time', () => 7],
  ['in steps of any length', (dice: ReturnType<typeof diceFor>) => 1 + dice.below(5_000)],
])('whoever moves the clock %s hears the same', (_, step) => {
  const until: Instant = '2025-05-01T10:20:00.000Z'
  const dice = diceFor(5, 'steps')
  const simulation = simulate(parts)
  const heard: Batch[] = []
  for (let minute = 0; minute < minuteOf(until); minute += step(dice)) {
    heard.push(...simulation.advance(instantText(minute)))
  }
  heard.push(...simulation.advance(until))
  expect(hashOf(heard)).toBe(hashOf(simulate(parts).advance(until)))
})

test('reports come in the order in which they were received, none before it was published', () => {
  for (const [index, { receivedAt, drafts }] of history.entries()) {
    expect(receivedAt > (history[index - 1]?.receivedAt ?? '')).toBe(true)
    expect(drafts.filter(({ publishedAt }) => publishedAt > receivedAt)).toEqual([])
    const past = drafts.filter(({ event }) => event?.role !== 'forward')
    expect(past.filter(({ observedAt, publishedAt }) => observedAt > publishedAt)).toEqual([])
  }
  expect((history.at(-1)?.receivedAt ?? '') <= CLOCK_STARTS).toBe(true)
})

test('a year holds more than 50,000 reports, three in four of queues, and some are told again', () => {
  const ids = new Set(drafts.map(({ id }) => id))
  expect(ids.size).toBeGreaterThan(50_000)
  expect(ids.size).toBeLessThan(60_000)
  const queues = drafts.filter(({ body }) => body.kind === 'queue')
  expect(queues.length / drafts.length).toBeGreaterThan(0.7)
  expect(drafts.length - ids.size).toBeGreaterThan(1_000)
  expect(new Set(drafts.map(({ body }) => body.kind)).size).toBe(5)
})

test('about 140 reports a day come once the clock runs', () => {
  const simulation = simulate({ ...parts, scenario: 'escort-holds' })
  simulation.advance(CLOCK_STARTS)
  const heard = simulation.advance('2026-02-18T09:00:00.000Z').flatMap(({ drafts }) => drafts)
  expect(heard.length / 14).toBeGreaterThan(115)
  expect(heard.length / 14).toBeLessThan(190)
})

test('what is sent is what the product takes for a report', () => {
  const sample = drafts.filter(({ body }, index) => body.kind !== 'queue' || index % 40 === 0)
  const reports = sample.map((draft) => ({ ...draft, revision: 1, receivedAt: CLOCK_STARTS }))
  expect(sample.length).toBeGreaterThan(5_000)
  expect(z.array(Report).safeParse(reports).error).toBeUndefined()
})

test('every place and leg that a report names is on the map', () => {
  for (const { position, corridor } of drafts) {
    expect(atlas.places.has(position?.place ?? 'mali')).toBe(true)
    expect(atlas.legs.has(corridor?.leg ?? 'pogo-sikasso')).toBe(true)
  }
})

test('nobody who reports could be taken for real', () => {
  const sources = new Set(drafts.map(({ source }) => source))
  expect(sources.size).toBeGreaterThan(100)
  for (const { name, url } of sources) {
    expect(name).toMatch(/démo/i)
    expect(url ?? 'https://example.org/jauge-demo/').toMatch(
      /^https:\/\/example\.org\/jauge-demo\//,
    )
  }
  const isPublished = drafts.filter(({ sensitivity }) => sensitivity === 'published')
  expect(isPublished.length).toBeGreaterThan(500)
  expect(isPublished.filter(({ source }) => source.url === null)).toEqual([])
})

test('towns fall silent for days, the capital hardly for an hour', () => {
  const longest = (town: string) => {
    const days = drafts
      .filter(({ position }) => position?.place?.startsWith(`${town}/`))
      .map(({ observedAt }) => minuteOf(observedAt) / 1_440)
      .toSorted((a, b) => a - b)
    return Math.max(...days.map((day, index) => day - (days[index - 1] ?? day)))
  }
  expect(longest('nioro')).toBeGreaterThan(10)
  expect(longest('bamako-commune-4')).toBeLessThan(3)
})

test.each(SCENARIOS)('in "%s", what the truth holds adds up', (scenario) => {
  const simulation = simulate({ ...parts, scenario })
  simulation.advance('2025-12-01T00:00:00.000Z')
  const truth = simulation.truth()
  expect(truth).toHaveLength(301)
  for (const day of truth) {
    expect(day.coverDays).toBeGreaterThanOrEqual(0)
    expect(day.suppliedShareBamako).toBeGreaterThanOrEqual(0)
    expect(day.suppliedShareBamako).toBeLessThanOrEqual(1)
    expect(day.premiumBamako).toBeGreaterThanOrEqual(1)
    expect(day.litresUsed).toBeGreaterThan(0)
  }
  const sum = (count: 'tankersDeparted' | 'tankersArrived' | 'tankersLost') =>
    truth.reduce((total, day) => total + day[count], 0)
  expect(sum('tankersArrived') + sum('tankersLost')).toBeLessThanOrEqual(sum('tankersDeparted'))
})
