import { describe, expect, test } from 'vitest'
import { happeningsOf } from '#domain/happenings.ts'
import { joined, partsOf } from '#domain/parts.ts'
import { recordState } from '#domain/record-state.ts'
import type { Report } from '#domain/report.ts'
import { METRICS } from '#domain/series.ts'
import { seriesOf } from '#domain/series-of.ts'
import { situationOf } from '#domain/situation-of.ts'
import { sitesOf } from '#domain/sites.ts'
import type { Instant } from '#domain/time.ts'
import { resolveWindow } from '#domain/window.ts'
import { apiOver, recordDrafts, testAtlas } from '#mocks/api-over.ts'
import { simulate } from '#mocks/simulator/simulate.ts'
import { CLOCK_STARTS } from '#mocks/simulator/simulation.ts'
import { withStations } from '#mocks/simulator/stations.ts'
import { fixedAccess } from './access/access.ts'
import { createApi } from './app.ts'
import { PRODUCT_PARTS } from './store/copies.ts'
import { memoryStore } from './store/memory.ts'
import type { Draft, Reading } from './store/store.ts'

const atlas = withStations(await testAtlas(), 1)
const history = simulate({ scenario: 'blockade', seed: 1, atlas }).advance(CLOCK_STARTS)

let now: Instant = CLOCK_STARTS
async function storeOf(batches: readonly { receivedAt: Instant; drafts: Draft[] }[]) {
  const store = memoryStore({ ...PRODUCT_PARTS, now: () => now })
  for (const { receivedAt, drafts } of batches) {
    now = receivedAt
    await store.append(drafts)
  }
  now = CLOCK_STARTS
  return store
}
const store = await storeOf(history)
const reading = (change: Partial<Reading> = {}): Reading => {
  return { role: 'public', clock: now, vintage: null, known: null, observed: null, ...change }
}
const newestQueue = history
  .flatMap(({ drafts }) => drafts)
  .findLast(({ body }) => body.kind === 'queue')
let written = 0
const HOUR_MS = 3_600_000
/** Somebody reports from a queue, a minute later; then the hour ends at whose end the public is told of it. */
async function oneMore(): Promise<void> {
  if (newestQueue === undefined) throw new Error('the simulation has no queue')
  written += 1
  now = new Date(Date.parse(now) + 60_000).toISOString()
  const id = `ffffffff-0000-4000-8000-${String(written).padStart(12, '0')}`
  await store.append([{ ...newestQueue, id, observedAt: now, publishedAt: now }])
  now = new Date(Math.ceil(Date.parse(now) / HOUR_MS) * HOUR_MS).toISOString()
}

describe('a year of field reports in memory', () => {
  test('is as many as a deployment gathers', async () => {
    expect((await store.read(reading({ role: 'analyst' }))).length).toBeGreaterThan(50_000)
  })

  test.each(['public', 'partner', 'analyst'] as const)(
    'was in any past moment what a store of that moment holds, for the %s too',
    async (role) => {
      const middle = history.slice(0, Math.floor(history.length * 0.6))
      const then = await storeOf(middle)
      const clock = middle.at(-1)?.receivedAt ?? ''
      const past = await store.read(reading({ role, clock, vintage: clock }))
      expect(past.length).toBeGreaterThan(10_000)
      expect(past).toEqual(await then.read(reading({ role, clock })))
    },
  )

  test('is read whole again after a look into the past', async () => {
    const before = await store.read(reading())
    await store.read(reading({ known: '2025-06-01' }))
    expect(await store.read(reading())).toEqual(before)
  })

  test('changes by the week that a report falls in, and by no other', async () => {
    const weeks = new Set(partsOf(await store.read(reading())))
    await oneMore()
    const after = partsOf(await store.read(reading()))
    expect(after.length).toBeGreaterThan(50)
    expect(after.filter((week) => !weeks.has(week))).toHaveLength(1)
  })

  test('shares what it is given: neither drafts nor copies are cloned', async () => {
    const [first] = await store.read(reading())
    const draft = history.flatMap(({ drafts }) => drafts).find(({ id }) => id === first?.id)
    expect(first?.body).toBe(draft?.body)
    await oneMore()
    expect((await store.read(reading()))[0]).toBe(first)
  })
})

describe('arithmetic', () => {
  const window = (reports: readonly Report[], at?: string) => {
    const record = recordState(reports, CLOCK_STARTS.slice(0, 10))
    const view = at === undefined ? {} : { at }
    return { record, window: resolveWindow(view, record, { vintage: null, today: '2026-02-04' }) }
  }

  /** Every figure there is, of reports that are split in one way or another. */
  function everything(reports: readonly Report[], at?: string) {
    const { record, window: period } = window(reports, at)
    return [
      {},
      { place: 'bamako' },
      { corridor: 'ci' as const },
      { product: 'diesel' as const },
    ].map((filter) => [
      situationOf(reports, period, record, filter, atlas),
      METRICS.map((metric) => seriesOf(metric, reports, period, filter, atlas)),
      sitesOf(reports, period, filter, atlas),
      happeningsOf('convoy', reports, period, filter, atlas),
      happeningsOf('incident', reports, period, filter, atlas),
    ])
  }

  test.each([undefined, '2025-11-05'])(
    'gives the same figures however a list is split (at %s)',
    async (at) => {
      const weekly = await store.read(reading({ role: 'analyst' }))
      const whole = [...weekly]
      const third = Math.floor(whole.length / 3)
      const thirds = joined([
        whole.slice(0, third),
        whole.slice(third, 2 * third + 1),
        whole.slice(2 * third + 1),
      ])
      const expected = everything(whole, at)
      expect(everything(weekly, at)).toEqual(expected)
      expect(everything(thirds, at)).toEqual(expected)
    },
    60_000,
  )
})

describe('answers stay small', () => {
  const api = createApi({
    store,
    access: fixedAccess(() => 'analyst'),
    now: () => now,
    atlas,
    dataMode: 'demo',
  })

  test.each([
    ['/situation', 30],
    ['/series/wait', 120],
    ['/series/prices', 220],
    ['/series/stations', 150],
    ['/series/wait,prices,arrivals,losses,litres,stations', 550],
    ['/sites', 150],
    ['/convoys', 600],
    ['/incidents', 150],
    ['/reports', 80],
  ])('%s is under %d kB', async (path, most) => {
    const response = await api.request(`/api/v1${path}`)
    expect(response.status).toBe(200)
    expect((await response.text()).length / 1000).toBeLessThan(most)
  })
})

test('what was taken back counts in nothing, and is still listed as taken back', async () => {
  const drafts = await recordDrafts()
  const isWithdrawn = (_: Draft, index: number) => index % 3 === 0
  const gone = await apiOver(drafts.filter((draft, index) => !isWithdrawn(draft, index)))
  const withdrawn = await apiOver(
    drafts.map((draft, index) =>
      isWithdrawn(draft, index) ? { ...draft, review: 'retracted' as const } : draft,
    ),
  )
  const answer = async ({ api }: typeof gone, path: string) =>
    (await api.request(`/api/v1${path}`)).text()
  for (const path of [
    '/situation',
    `/series/${METRICS.join(',')}`,
    '/sites',
    '/convoys',
    '/incidents',
    '/corridors',
  ])
    expect({ path, text: await answer(withdrawn, path) }).toEqual({
      path,
      text: await answer(gone, path),
    })
  const listed = await answer(withdrawn, '/reports?from=2006-05-01&to=2026-04-30&limit=500')
  expect(listed.match(/"review":"retracted"/g)?.length).toBeGreaterThan(80)
  const id = drafts[0]?.id ?? ''
  expect(await answer(withdrawn, `/reports/${id}`)).toContain('"review":"retracted"')
})
