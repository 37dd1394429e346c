import { beforeEach, expect, test } from 'vitest'
import type { Report } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { draftOf, readingOf, setNow, START } from './store-fixture.ts'
import type { Stores } from './postgres.ts'
import type { Draft, Reading } from './store.ts'

/** What is to be tested; `reset` empties it. */
export type Tested = { tested: () => Pick<Stores, 'store' | 'access'>; reset: () => Promise<void> }

export function storeSuite({ tested, reset }: Tested): void {
  const store = () => tested().store
  const append = (...drafts: Draft[]) => store().append(drafts)
  const read = (change?: Partial<Reading>) => store().read(readingOf(change))
  const notes = async (change?: Partial<Reading>) => (await read(change)).map(({ note }) => note)
  const revisions = (n: number, change?: Partial<Reading>) =>
    store().revisions(draftOf(n).id, readingOf(change))

  beforeEach(async () => {
    setNow(START)
    await reset()
  })

  test('a report is read as it was written, with its revision and stamp', async () => {
    expect(await append(draftOf(1))).toEqual([{ id: draftOf(1).id, outcome: 'added', revision: 1 }])
    const { reporter: _reporter, ...said } = draftOf(1)
    expect(await read()).toEqual([{ ...said, revision: 1, receivedAt: START }])
  })

  test('the same content again changes nothing, in whatever order its keys come', async () => {
    await append(draftOf(1))
    const version = await store().version()
    const turned = Object.fromEntries(Object.entries(draftOf(1)).toReversed()) as Draft
    expect(await append(turned)).toEqual([{ id: draftOf(1).id, outcome: 'unchanged', revision: 1 }])
    expect(await store().version()).toBe(version)
    expect(await revisions(1)).toHaveLength(1)
  })

  test('a correction is a new revision, and the old one is kept', async () => {
    await append(draftOf(1))
    expect(await append(draftOf(1, { note: 'second' }))).toMatchObject([
      { outcome: 'revised', revision: 2 },
    ])
    expect(await notes()).toEqual(['second'])
    expect((await revisions(1)).map(({ note, revision }) => [revision, note])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ])
  })

  test('of several reports the newest revision is given that the reader sees, in whatever order', async () => {
    await append(draftOf(1), draftOf(2), draftOf(3, { sensitivity: 'confidential' }))
    await append(draftOf(1, { note: 'second' }))
    await append(draftOf(2, { sensitivity: 'confidential' }))
    const ids = [...[1, 2, 3, 4, 1].map((n) => draftOf(n).id.toUpperCase()), 'not a uuid']
    const each = async (change: Partial<Reading>) => {
      const found = await Promise.all([1, 2, 3].map((n) => revisions(n, change)))
      return found.flatMap(([first]) => first ?? [])
    }
    for (const change of [{}, { role: 'analyst' as const }, { vintage: START }]) {
      const newest = await store().newest(ids, readingOf(change))
      expect(newest.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await each(change))
    }
  })

  test('one batch may say two things of one report: the later counts', async () => {
    const receipts = await append(
      draftOf(1),
      draftOf(1, { note: 'second' }),
      draftOf(1, { note: 'second' }),
    )
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['added', 'revised', 'unchanged'])
    expect(await notes()).toEqual(['second'])
  })

  test('a batch of any size goes in at once, under one stamp', async () => {
    const many = Array.from({ length: 1_203 }, (_, n) => draftOf(n))
    expect(await store().append(many)).toHaveLength(1_203)
    const reports = await read()
    expect(reports).toHaveLength(1_203)
    expect(new Set(reports.map(({ receivedAt }) => receivedAt))).toEqual(new Set([START]))
  })

  test('a batch with one impossible id adds nothing', async () => {
    const wrong = draftOf(2, { id: 'not a uuid' })
    await expect(async () => append(draftOf(1), wrong)).rejects.toThrow('UUID')
    expect(await read()).toEqual([])
    expect(await store().revisions('not a uuid', readingOf())).toEqual([])
  })

  test('a vintage holds what was here then: not what came or was corrected later', async () => {
    await append(draftOf(1))
    setNow('2026-01-11T12:00:00.000Z')
    await append(draftOf(1, { note: 'second' }), draftOf(2))
    expect(await notes({ vintage: '2026-01-10T11:59:59.999Z' })).toEqual([])
    expect(await notes({ vintage: START })).toEqual(['first'])
    expect(await notes({ vintage: '2026-01-10T12:00:00Z' })).toEqual(['first'])
    expect(await notes({ vintage: '2026-01-11T12:00:00.000Z' })).toEqual(['second', 'first'])
  })

  test('what was known on a day is what was published by its end', async () => {
    await append(draftOf(1, { publishedAt: '2026-01-02T23:59:00.000Z' }))
    await append(draftOf(1, { note: 'second', publishedAt: '2026-01-05T08:00:00.000Z' }))
    expect(await notes({ known: '2026-01-01' })).toEqual([])
    expect(await notes({ known: '2026-01-02' })).toEqual(['first'])
    expect(await notes({ known: '2026-01-04' })).toEqual(['first'])
    expect(await notes({ known: '2026-01-05' })).toEqual(['second'])
  })

  test('stamps only rise, when batches come together and when the clock steps back', async () => {
    const early = Array.from({ length: 12 }, (_, n) => append(draftOf(n)))
    await Promise.all(early)
    setNow('2026-01-09T00:00:00.000Z')
    await append(draftOf(99))
    const stamps = (await read({ clock: '2026-02-01T00:00:00.000Z' })).map(
      (report) => report.receivedAt,
    )
    expect(new Set(stamps).size).toBe(13)
    expect(stamps.toSorted().at(-1)).toBe(stamps.at(-1))
    expect(stamps.toSorted()[0]).toBe(START)
  })

  test('nothing that commits later is found behind a pin', async () => {
    await append(draftOf(0))
    const pins: { vintage: Instant; reports: readonly Report[] }[] = []
    let now = START
    function tick(): void {
      now = new Date(Date.parse(now) + 1).toISOString()
      setNow(now)
    }
    async function write(writer: number) {
      for (let n = 1; n <= 8; n += 1) {
        tick()
        // Its delay ends between the writes: the last change is then a moment nobody wrote at.
        const observedAt = new Date(Date.parse(now) - 2 * 86_400_000 + 2).toISOString()
        await append(
          draftOf(100 * writer + n, { sensitivity: 'restricted', observedAt, precision: 'minute' }),
        )
      }
    }
    async function pin() {
      for (let n = 0; n < 20; n += 1) {
        tick()
        const vintage = await store().lastReceived({ role: 'public', clock: now })
        if (vintage === null) continue
        pins.push({ vintage, reports: await read({ role: 'public', vintage, clock: vintage }) })
      }
    }
    await Promise.all([write(1), pin(), write(2), pin()])
    expect(pins.length).toBeGreaterThan(30)
    for (const { vintage, reports } of pins) {
      expect(await read({ role: 'public', vintage, clock: vintage })).toEqual(reports)
    }
  })

  test('each role reads its own copy, and an administrator the analyst’s', async () => {
    await append(draftOf(1), draftOf(2, { sensitivity: 'confidential', note: 'secret' }))
    const seenBy = (role: Role) => notes({ role })
    expect(await seenBy('public')).toEqual([null])
    expect(await seenBy('partner')).toEqual(['first'])
    expect(await seenBy('analyst')).toEqual(['first', 'secret'])
    expect(await seenBy('admin')).toEqual(['first', 'secret'])
    expect(JSON.stringify(await read({ role: 'analyst' }))).not.toContain('heron')
  })

  test('a delayed report appears when its delay has passed, not a millisecond before', async () => {
    await append(draftOf(1, { sensitivity: 'restricted', observedAt: '2026-01-10T06:00:00.000Z' }))
    const seenAt = (clock: Instant) => read({ role: 'public', clock })
    expect(await seenAt('2026-01-12T05:59:59.999Z')).toHaveLength(0)
    expect(await seenAt('2026-01-12T06:00:00.000Z')).toHaveLength(1)
  })

  test('a newer revision that is still hidden leaves the older one as it is', async () => {
    await append(draftOf(1))
    const before = {
      read: await read({ role: 'public' }),
      all: await revisions(1, { role: 'public' }),
    }
    await append(draftOf(1, { sensitivity: 'restricted', observedAt: '2026-01-10T00:00:00.000Z' }))
    expect(await read({ role: 'public' })).toEqual(before.read)
    expect(await revisions(1, { role: 'public' })).toEqual(before.all)
    const later = { role: 'public', clock: '2026-01-12T00:00:00.000Z' } as const
    expect(await read(later)).toMatchObject([
      { revision: 2, observedAt: '2026-01-10T00:00:00.000Z' },
    ])
  })

  test('the public can tell by nothing that something hidden was written', async () => {
    async function history(hidden: Draft[]) {
      await reset()
      const moments: unknown[] = []
      const visible = [draftOf(1), draftOf(2), draftOf(1, { note: 'x', credibility: 1 })]
      for (const [day, draft] of visible.entries()) {
        setNow(`2026-01-1${day}T12:00:00.000Z`)
        await append(draft)
        setNow(`2026-01-1${day}T13:00:00.000Z`)
        await store().append(hidden)
        moments.push(
          await read({ role: 'public' }),
          await revisions(1, { role: 'public' }),
          await store().lastReceived({ role: 'public', clock: `2026-01-1${day}T14:00:00.000Z` }),
        )
      }
      return moments
    }
    const secret = { sensitivity: 'confidential', note: 'secret' } as const
    const plain = await history([])
    expect(await history([draftOf(1, secret), draftOf(3, secret)])).toEqual(plain)
  })

  test('the last change is a receipt or the end of a delay, whichever came later', async () => {
    const at = (role: Role, clock: Instant) => store().lastReceived({ role, clock })
    expect(await at('public', START)).toBeNull()
    await append(draftOf(1, { sensitivity: 'restricted', observedAt: '2026-01-10T00:00:00.000Z' }))
    expect(await at('public', '2026-01-11T23:00:00.000Z')).toBeNull()
    expect(await at('analyst', START)).toBe(START)
    expect(await at('public', '2026-01-13T00:00:00.000Z')).toBe('2026-01-12T00:00:00.000Z')
  })

  test('reports come by observed day, then id, and only those of the days asked for', async () => {
    await append(
      draftOf(3, { observedAt: '2026-01-02T00:00:00.000Z' }),
      draftOf(2, { observedAt: '2026-01-05T00:00:00.000Z' }),
      draftOf(1, {
        observedAt: '2026-01-05T00:00:00.000Z',
        observedUntil: '2026-01-08T00:00:00.000Z',
      }),
    )
    const order = async (change?: Partial<Reading>) =>
      (await read(change)).map(({ id }) => Number(id.slice(-12)))
    expect(await order()).toEqual([3, 1, 2])
    expect(await order({ observed: { from: '2026-01-06', to: '2026-01-07' } })).toEqual([1])
    expect(await order({ observed: { from: '2026-01-01', to: '2026-01-02' } })).toEqual([3])
  })

  test('a correction that moves a report takes it out of the days it was in', async () => {
    await append(draftOf(1))
    await append(draftOf(1, { observedAt: '2026-01-04T00:00:00.000Z' }))
    expect(await read({ observed: { from: '2026-01-01', to: '2026-01-01' } })).toEqual([])
  })

  test('it answers when asked whether it can', async () => {
    await expect(store().ping()).resolves.toBeUndefined()
  })
}
