import { beforeAll, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { ChartJson } from '#contract/embed-answers.ts'
import { CHARTS, embedAddress, pictureAddress } from '#contract/embed.ts'
import type { Chart } from '#contract/embed.ts'
import type { Draft } from '#server/store/store.ts'
import { apiOn, apiOver, recordDrafts } from '#mocks/api-over.ts'

const DAY_MS = 86_400_000
const START = '2026-03-14T08:00:00.000Z'

/** A deployment whose clock is moved by hand, with the record and a convoy that the public may not know of yet. */
async function deployment() {
  let now = START
  const clock = () => now
  const drafts = await recordDrafts()
  const counted = drafts.find(
    ({ body }) =>
      body.kind === 'bulletin' && body.metric === 'tankers_arrived' && body.value?.best === 875,
  )
  const convoy = drafts.find(({ body }) => body.kind === 'convoy' && body.stage === 'arrived')
  if (!counted || !convoy)
    throw new Error('the record lost its week of 875 tankers, or its convoys')
  const { api, store } = await apiOver([], { now: clock, receivedAt: clock })
  await store.append([...drafts, embargoed(convoy)])
  const wait = (days: number) => {
    now = new Date(Date.parse(now) + days * DAY_MS).toISOString()
  }
  /** The same deployment after a restart. */
  const restarted = () => apiOn(store, { now: clock })
  return { api, store, counted, wait, restarted }
}

/** The closing report of a convoy, from the field: the public is told two days later. */
function embargoed(like: Draft): Draft {
  if (like.body.kind !== 'convoy') throw new Error('no convoy')
  return {
    ...like,
    id: '00000000-0000-4000-8000-0000000000aa',
    observedAt: '2026-03-13T10:00:00.000Z',
    observedUntil: null,
    precision: 'minute',
    publishedAt: '2026-03-13T11:00:00.000Z',
    publishedAssumed: false,
    source: { name: 'Field team', kind: 'partner', url: null, publishedOn: null },
    sensitivity: 'restricted',
    event: null,
    position: { place: 'bamako', lat: null, lon: null, precisionMetres: null },
    body: { ...like.body, tankersArrived: { low: 140, best: 140, high: 140 } },
  }
}

/** What happens to a deployment after somebody has copied a chart. */
const LATER: Record<string, (made: Awaited<ReturnType<typeof deployment>>) => Promise<unknown>> = {
  'a correction': ({ store, counted }) => store.append([withArrivals(counted, 999)]),
  'a late import of older facts': ({ store, counted }) =>
    store.append([
      {
        ...withArrivals(counted, 444),
        id: '00000000-0000-4000-8000-0000000000bb',
        observedAt: '2025-12-01T00:00:00.000Z',
        observedUntil: '2025-12-07T00:00:00.000Z',
        publishedAt: '2025-12-09T00:00:00.000Z',
        event: { id: 'week-2025-12-01', role: 'total' },
      },
    ]),
  'a retraction': ({ store, counted }) => store.append([{ ...counted, review: 'retracted' }]),
  'the end of an embargo': async ({ wait }) => wait(3),
}

function withArrivals(draft: Draft, tankers: number): Draft {
  if (draft.body.kind !== 'bulletin') throw new Error('no bulletin')
  return {
    ...draft,
    body: { ...draft.body, value: { low: tankers, best: tankers, high: tankers } },
  }
}

const view = { lang: 'en' as const }

async function pinOf(api: Hono): Promise<string> {
  const answer = await api.request(pictureAddress({ chart: 'arrivals', view, format: 'json' }))
  return ChartJson.parse(await answer.json()).window.vintage ?? ''
}

async function bytesOf(api: Hono, address: string): Promise<string> {
  const response = await api.request(`http://jauge.example${address}`)
  expect(response.status).toBe(200)
  return `${response.headers.get('ETag')} ${await response.text()}`
}

describe.each(Object.entries(LATER))('after %s', (_name, happens) => {
  let made: Awaited<ReturnType<typeof deployment>>
  const before = new Map<string, string>()
  let pinned: string[] = []
  const addresses = (chart: Chart, vintage?: string) => [
    embedAddress({ chart, view: { ...view, ...(vintage ? { vintage } : {}) } }),
    embedAddress({ chart, view: { ...view, ...(vintage ? { vintage } : {}) }, last: '20w' }),
    ...(['svg', 'png', 'csv', 'json'] as const).map((format) =>
      pictureAddress({ chart, view: { ...view, ...(vintage ? { vintage } : {}) }, format }),
    ),
  ]

  beforeAll(async () => {
    made = await deployment()
    // Time passes before and after the copying: a pin is a past instant.
    made.wait(0.01)
    const vintage = await pinOf(made.api)
    pinned = CHARTS.flatMap((chart) => addresses(chart, vintage))
    for (const address of [...pinned, ...addresses('arrivals')])
      before.set(address, await bytesOf(made.api, address))
    made.wait(0.01)
    await happens(made)
    made.wait(0.01)
  }, 120_000)

  test('a pinned chart is the same, byte for byte, in every form', async () => {
    for (const api of [made.api, await made.restarted()])
      for (const address of pinned)
        expect([address, await bytesOf(api, address)]).toEqual([address, before.get(address)])
  }, 60_000)

  test('a live one has changed', async () => {
    for (const address of addresses('arrivals'))
      expect([address, await bytesOf(made.api, address)]).not.toEqual([
        address,
        before.get(address),
      ])
  }, 60_000)
})

test('a pinned frame says since when its figures stand, and a live one that it follows', async () => {
  const { api, wait } = await deployment()
  wait(0.01)
  const vintage = await pinOf(api)
  const pinned = await bytesOf(api, embedAddress({ chart: 'arrivals', view: { ...view, vintage } }))
  expect(pinned).toContain('Figures as held on 14 Mar 2026, 08:00 UTC; they will not change.')
  const live = await bytesOf(api, embedAddress({ chart: 'arrivals', view }))
  expect(live).toContain('Live: this chart follows the data.')
})

test('after a purge neither a pinned chart nor a live one shows what was taken out', async () => {
  const { api, store, counted, wait } = await deployment()
  wait(0.01)
  const vintage = await pinOf(api)
  const addresses = (['svg', 'csv', 'json'] as const).flatMap((format) => [
    pictureAddress({ chart: 'arrivals', view, format }),
    pictureAddress({ chart: 'arrivals', view: { ...view, vintage }, format }),
  ])
  addresses.push(
    embedAddress({ chart: 'arrivals', view }),
    embedAddress({ chart: 'arrivals', view: { ...view, vintage } }),
  )
  for (const address of addresses) expect(await bytesOf(api, address)).toMatch(/\b875\b/)
  expect(await store.purge(counted.id, 'analyst')).toBe(true)
  for (const address of addresses) expect(await bytesOf(api, address)).not.toMatch(/\b875\b/)
}, 60_000)
