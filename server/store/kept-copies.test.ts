import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { partsOf } from '#domain/parts.ts'
import { addDays, endOf, startOf } from '#domain/time.ts'
import { COPY_ROLES } from './copies.ts'
import { memoryStore } from './memory.ts'
import { migrateDatabase } from './migrate.ts'
import { storesOver } from './postgres.ts'
import { draftOf, EMPTY_SQL, readingOf, setNow, START, SUITE_PARTS } from './store-fixture.ts'
import type { Draft, Reading, ReportStore } from './store.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let client: PGlite
let store: ReportStore
/** Another instance over the same database. */
let other: ReportStore
let asked: string[] = []

/** A week is read day by day. */
const weeksRead = () => asked.filter((query) => query.includes('string_agg')).length / 7

beforeAll(async () => {
  client = await PGlite.create()
  const database = drizzle({ client, logger: { logQuery: (query) => void asked.push(query) } })
  await migrateDatabase(database, {
    run: (config) => migrate(database, config),
    where: 'The database',
    backups: '/nowhere',
  })
  const parts = { ...SUITE_PARTS, close: async () => {}, tell: () => {} }
  store = (await storesOver(database, parts)).store
  other = (await storesOver(database, parts)).store
})
afterAll(() => client.close())

beforeEach(async () => {
  setNow(START)
  await client.exec(EMPTY_SQL)
  for (const role of COPY_ROLES) {
    await store.read(readingOf({ role }))
    await other.read(readingOf({ role }))
  }
})

const onDay = (n: number, observedAt: string, change: Partial<Draft> = {}) =>
  draftOf(n, { observedAt: startOf(observedAt), ...change })

describe('a reading after another', () => {
  /** Five weeks with a report each, in the public's memory. */
  async function fiveWeeks() {
    await store.append(
      Array.from({ length: 5 }, (_, nth) => onDay(nth, addDays('2025-12-01', 7 * nth))),
    )
    const reports = await store.read(readingOf({ role: 'public' }))
    asked = []
    return { reports, parts: partsOf(reports) }
  }

  async function after(change: Partial<Reading> = {}) {
    const reports = await store.read(readingOf({ role: 'public', ...change }))
    return { reports, parts: partsOf(reports) }
  }

  test('is the same list when nothing came, and asks for no copy', async () => {
    const before = await fiveWeeks()
    expect((await after()).reports).toBe(before.reports)
    expect(asked.filter((query) => query.includes('"copies"'))).toEqual([])
  })

  test('has one new week when a report came, and all others as they were', async () => {
    const before = await fiveWeeks()
    await store.append([onDay(9, '2025-12-16')])
    asked = []
    const { parts } = await after()
    expect(parts.map((part, nth) => part === before.parts[nth])).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
    expect(parts[2]?.map(({ id }) => Number(id.slice(-2)))).toEqual([2, 9])
    // What was in that week is not read again either.
    expect(parts[2]?.[0]).toBe(before.parts[2]?.[0])
    expect(weeksRead()).toBe(0)
  })

  test('has two new weeks when a correction moves a report', async () => {
    const before = await fiveWeeks()
    await store.append([onDay(1, '2025-12-24')])
    const { parts } = await after()
    expect(parts.map((part) => part.length)).toEqual([1, 1, 2, 1])
    expect(parts[0]).toBe(before.parts[0])
    expect(parts[2]?.[1]).toMatchObject({ id: draftOf(1).id, revision: 2 })
  })

  test('has what came due since, in its week alone', async () => {
    await store.append([
      onDay(8, '2026-01-10', { sensitivity: 'restricted' }),
      onDay(9, '2026-01-09', { sensitivity: 'restricted' }),
    ])
    const before = await fiveWeeks()
    const { parts, reports } = await after({ clock: '2026-01-11T00:00:00.000Z' })
    expect(reports).toHaveLength(before.reports.length + 1)
    expect(parts.slice(0, 5).every((part, nth) => part === before.parts[nth])).toBe(true)
    expect(weeksRead()).toBe(0)
  })

  test('reads anew the one week from which another instance purged', async () => {
    const before = await fiveWeeks()
    await other.purge(draftOf(3).id, 'Awa')
    asked = []
    const { parts } = await after()
    expect(parts).toHaveLength(4)
    expect(
      [...before.parts.slice(0, 3), before.parts[4]].every((part, n) => part === parts[n]),
    ).toBe(true)
    expect(weeksRead()).toBe(1)
  })

  test('of a past vintage reads the weeks that changed since, and no other', async () => {
    const before = await fiveWeeks()
    setNow('2026-01-10T13:00:00.000Z')
    await store.append([onDay(1, '2025-12-09', { note: 'second' }), onDay(9, '2025-12-30')])
    await after()
    asked = []
    const { parts, reports } = await after({ vintage: START, clock: START })
    expect(reports).toEqual(before.reports)
    expect(parts.filter((part, nth) => part === before.parts[nth])).toHaveLength(3)
    expect(weeksRead()).toBe(2)
  })

  test('of what was known long ago passes over the weeks of which nothing was', async () => {
    await store.append(
      Array.from({ length: 5 }, (_, nth) => {
        const day = addDays('2025-12-01', 7 * nth)
        return onDay(nth, day, { publishedAt: startOf(addDays(day, 9)) })
      }),
    )
    await after()
    asked = []
    const { reports, parts } = await after({ known: '2025-12-12' })
    expect(reports.map(({ id }) => id)).toEqual([draftOf(0).id])
    expect(parts).toHaveLength(1)
    expect(weeksRead()).toBe(0)
  })

  test('of many corrections at once looks them up in a few questions', async () => {
    await fiveWeeks()
    await store.append(Array.from({ length: 1_200 }, (_, n) => onDay(n, '2025-12-16')))
    asked = []
    expect((await after()).reports).toHaveLength(1_200)
    expect(asked.length).toBeLessThan(8)
  })
})

describe('roles that are told the same', () => {
  const anew = async () =>
    (
      await storesOver(drizzle({ client }), {
        ...SUITE_PARTS,
        close: async () => {},
        tell: () => {},
      })
    ).store

  test('share a report in memory, unless anybody may ever see a second revision of it', async () => {
    await store.append([onDay(1, '2025-12-01'), onDay(2, '2025-12-02', { note: null })])
    await store.append([onDay(3, '2025-12-03'), onDay(4, '2025-12-04')])
    // For analysts alone.
    await store.append([onDay(3, '2025-12-03', { note: 'second', sensitivity: 'confidential' })])
    const fresh = await anew()
    const analyst = await fresh.read(readingOf({ role: 'analyst' }))
    const partner = await fresh.read(readingOf({ role: 'partner' }))
    const everyone = await fresh.read(readingOf({ role: 'public' }))
    expect(partner.map((report, nth) => report === analyst[nth])).toEqual([true, true, false, true])
    expect(everyone.map((report, nth) => report === partner[nth])).toEqual([
      false,
      true,
      false,
      false,
    ])
    expect(partner[2]).toMatchObject({ note: 'first', revision: 1 })
  })

  test('are told nothing by the memory of one that knows of more', async () => {
    await store.append([onDay(1, '2025-12-01')])
    const fresh = await anew()
    const before = await fresh.read(readingOf({ role: 'partner' }))
    await store.append([onDay(1, '2025-12-01', { note: 'second', sensitivity: 'confidential' })])
    expect(await fresh.read(readingOf({ role: 'analyst' }))).toMatchObject([{ note: 'second' }])
    expect(await fresh.read(readingOf({ role: 'public' }))).toMatchObject([{ note: null }])
    expect(await fresh.read(readingOf({ role: 'partner' }))).toEqual(before)
  })
})

test('whatever was written, corrected, hidden and purged, it reads as the store in memory does', async () => {
  let seed = 7
  function next(below: number): number {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const day = () => addDays('2025-12-08', next(40))
  const memory = memoryStore(SUITE_PARTS)
  let now = START
  const moments = [START]
  for (let step = 0; step < 60; step += 1) {
    now = new Date(Date.parse(now) + next(10) * 3_600_000 + 1).toISOString()
    moments.push(now)
    setNow(now)
    const drafts = Array.from({ length: next(4) }, () =>
      draftOf(next(25), {
        observedAt: startOf(day()),
        observedUntil: next(5) === 0 ? endOf(now.slice(0, 10)) : null,
        publishedAt: startOf(day()),
        precision: (['day', 'week', 'month'] as const)[next(3)] ?? 'day',
        sensitivity: (['published', 'restricted', 'confidential'] as const)[next(3)] ?? 'published',
        note: ['a', 'b', null][next(3)] ?? null,
      }),
    )
    const writer = next(2) === 0 ? store : other
    expect(await writer.append(drafts)).toEqual(await memory.append(drafts))
    const ids = next(12) === 0 ? [draftOf(next(25)).id] : []
    for (const id of ids) expect(await writer.purge(id, 'Awa')).toBe(await memory.purge(id, 'Awa'))
    const reading = {
      role: COPY_ROLES[next(3)] ?? 'public',
      clock: next(3) === 0 ? (moments[next(moments.length)] ?? now) : now,
      vintage: next(2) === 0 ? (moments[next(moments.length)] ?? now) : null,
      known: next(4) === 0 ? day() : null,
      observed: next(6) === 0 ? { from: '2025-12-20', to: '2026-01-02' } : null,
    }
    const expected = await memory.read(reading)
    expect(await store.read(reading)).toEqual(expected)
    if (step % 6 > 0) continue
    // One that has just been started, and whose roles find in each other's memory what they share.
    const parts = { ...SUITE_PARTS, close: async () => {}, tell: () => {} }
    const fresh = (await storesOver(drizzle({ client }), parts)).store
    for (const role of COPY_ROLES.toSorted(() => next(3) - 1))
      expect(await fresh.read({ ...reading, role })).toEqual(
        await memory.read({ ...reading, role }),
      )
  }
})
