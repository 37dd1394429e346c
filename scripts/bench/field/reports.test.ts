import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { REPORT_KINDS } from '#domain/report.ts'
import { testAtlas } from '#mocks/api-over.ts'
import { secretOf } from '#server/disclosure.ts'
import { POLICY } from '#server/policy.ts'
import { fieldReports } from './reports.ts'
import { placesWithSites } from './sites.ts'

const atlas = await testAtlas()
const batches = [...fieldReports(20_000, atlas)]
const drafts = batches.flatMap((batch) => batch.drafts)

const bytesOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const shareOf = (count: number) => count / drafts.length
const count = (isCounted: (draft: (typeof drafts)[number]) => boolean) =>
  shareOf(drafts.filter((draft) => isCounted(draft)).length)

test('the same number gives the same reports', () => {
  const again = fieldReports(20_000, atlas)
  const early = batches.slice(0, 200)
  expect(early.length).toBe(200)
  expect(bytesOf(early.map(() => again.next().value))).toBe(bytesOf(early))
}, 30_000)

test('there are as many as were asked for, a few more or fewer', () => {
  expect(drafts.length).toBeGreaterThan(19_600)
  expect(drafts.length).toBeLessThan(20_400)
})

test('they come in order over two years, none before it was told', () => {
  const received = batches.map(({ receivedAt }) => receivedAt)
  expect(received).toEqual(received.toSorted())
  expect(received[0]?.slice(0, 7)).toBe('2024-02')
  expect(received.at(-1)?.slice(0, 7)).toBe('2026-02')
  const early = batches.filter(({ receivedAt, drafts }) =>
    drafts.some(
      ({ observedAt, publishedAt }) => observedAt > receivedAt || publishedAt > receivedAt,
    ),
  )
  expect(early).toEqual([])
})

test('they are of every kind, and of every row of the policy', () => {
  for (const kind of REPORT_KINDS)
    expect(count(({ body }) => body.kind === kind)).toBeGreaterThan(0)
  const secrets = new Set(
    drafts.map((draft) => secretOf({ ...draft, revision: 1, receivedAt: draft.publishedAt })),
  )
  // Nobody in the field files a plan or a bulletin under restricted, or publishes without an address.
  const told = Object.keys(POLICY).filter((secret) => !['restricted', 'open'].includes(secret))
  expect([...secrets].toSorted()).toEqual(told.toSorted())
})

test('most are queues from people on the spot, some are corrected, and few are confidential', () => {
  expect(count(({ body }) => body.kind === 'queue')).toBeCloseTo(0.77, 1)
  expect(count(({ sensitivity }) => sensitivity === 'published')).toBeLessThan(0.03)
  const confidential = count(({ sensitivity }) => sensitivity === 'confidential')
  expect(confidential).toBeGreaterThan(0.002)
  expect(confidential).toBeLessThan(0.01)
  const corrected = 1 - shareOf(new Set(drafts.map(({ id }) => id)).size)
  expect(corrected).toBeGreaterThan(0.02)
  expect(corrected).toBeLessThan(0.08)
})

test('every place they name is in their gazetteer, which has some two thousand sites', () => {
  const places = placesWithSites(atlas)
  const ids = new Set(places.map(({ id }) => id))
  expect(ids.size).toBe(places.length)
  expect(places.filter(({ kind }) => kind === 'station').length).toBe(1_980)
  const strange = drafts.filter(({ position }) => position?.place && !ids.has(position.place))
  expect(strange).toEqual([])
})
