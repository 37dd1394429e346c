import { expect, test } from 'vitest'
import { testAtlas } from '#mocks/api-over.ts'
import { makeReader, readingOf } from './reading.ts'
import { PRODUCT_PARTS } from './store/copies.ts'
import { memoryStore } from './store/memory.ts'
import { draftOf } from './store/store-fixture.ts'
import type { ReportStore } from './store/store.ts'

const atlas = await testAtlas()
const START = '2026-01-10T12:00:03.000Z'

/** A store that counts how often it is read, and a clock to move. */
async function counted() {
  let now = START
  let reads = 0
  const store = memoryStore({ ...PRODUCT_PARTS, now: () => now })
  const counting: ReportStore = {
    ...store,
    read(reading) {
      reads += 1
      return store.read(reading)
    },
  }
  await store.append([draftOf(1)])
  const { read } = makeReader({ store: counting, now: () => now, atlas })
  return { store, read, reads: () => reads, setClock: (instant: string) => void (now = instant) }
}

test('one screen’s requests read the store once, and so does the next minute’s screen', async () => {
  const { read, reads, setClock } = await counted()
  await Promise.all([read('public', {}), read('public', { at: '2026-01-01' }), read('public', {})])
  setClock('2026-01-10T12:01:03.000Z')
  await read('public', { product: 'petrol' })
  expect(reads()).toBe(1)
})

test('what is written is seen by the next reader', async () => {
  const { store, read } = await counted()
  expect((await read('public', {})).reports).toHaveLength(1)
  await store.append([draftOf(2)])
  expect((await read('public', {})).reports).toHaveLength(2)
})

test('what is cached for one role is never given to another', async () => {
  const { store, read } = await counted()
  await store.append([draftOf(2, { sensitivity: 'confidential' })])
  const seen = async (role: 'public' | 'analyst') => (await read(role, {})).reports.length
  expect([await seen('analyst'), await seen('public'), await seen('analyst')]).toEqual([2, 1, 2])
})

test('a report whose delay runs out appears without anything being written', async () => {
  const { store, read, setClock } = await counted()
  const forward = {
    event: { id: 'delivery', role: 'forward' as const },
    source: {
      name: 'RFI',
      kind: 'press' as const,
      url: 'https://example.org/a',
      publishedOn: null,
    },
    observedAt: '2026-01-10T00:00:00.000Z',
  }
  await store.append([draftOf(2, forward)])
  expect((await read('public', {})).reports).toHaveLength(1)
  setClock('2026-01-13T00:00:10.000Z')
  const { reports, window } = await read('public', {})
  expect(reports).toHaveLength(2)
  expect(window.vintage).toBe('2026-01-12T23:59:59.999Z')
})

test('a failed reading is not kept: the next one may succeed', async () => {
  const { store } = await counted()
  let isBroken = true
  const flaky: ReportStore = {
    ...store,
    read: (reading) => (isBroken ? Promise.reject(new Error('gone')) : store.read(reading)),
  }
  const { read } = makeReader({ store: flaky, now: () => START, atlas })
  await expect(read('public', {})).rejects.toThrow('gone')
  isBroken = false
  expect((await read('public', {})).reports).toHaveLength(1)
})

test('the gate’s clock is the vintage, and otherwise now, in steps of ten seconds', () => {
  expect(readingOf('public', {}, START)).toMatchObject({
    clock: '2026-01-10T12:00:00.000Z',
    vintage: null,
  })
  expect(readingOf('public', { vintage: '2026-01-05T00:00:00Z' }, START)).toMatchObject({
    clock: '2026-01-05T00:00:00.000Z',
    vintage: '2026-01-05T00:00:00.000Z',
  })
})

test('silence is counted to the day of the question', async () => {
  const { read } = await counted()
  expect((await read('public', {})).record.daysSilent).toBe(9)
  expect((await read('public', { known: '2026-01-04' })).record.daysSilent).toBe(3)
  expect((await read('public', { known: '2027-01-01' })).record.daysSilent).toBe(9)
})
