import { beforeEach, expect, test } from 'vitest'
import { draftOf, readingOf, setNow, START } from './store-fixture.ts'
import type { Tested } from './store-suite.ts'
import type { Draft, Reading } from './store.ts'

/** What every store must do when a report is taken out for good. */
export function purgeSuite({ tested, reset }: Tested): void {
  const store = () => tested().store
  const append = (...drafts: Draft[]) => store().append(drafts)
  const read = (change?: Partial<Reading>) => store().read(readingOf(change))
  const revisions = (n: number, change?: Partial<Reading>) =>
    store().revisions(draftOf(n).id, readingOf(change))

  beforeEach(async () => {
    setNow(START)
    await reset()
  })

  test('what is purged is gone from every reading, past ones too, and nothing else is', async () => {
    await append(draftOf(1), draftOf(2))
    setNow('2026-01-11T12:00:00.000Z')
    await append(draftOf(1, { note: 'second' }))
    const version = await store().version()
    expect(await store().purge(draftOf(1).id.toUpperCase(), 'analyst')).toBe(true)
    expect(await store().version()).not.toBe(version)
    for (const role of ['public', 'partner', 'analyst'] as const)
      for (const vintage of [null, START])
        expect((await read({ role, vintage })).map(({ id }) => id)).toEqual([draftOf(2).id])
    expect(await revisions(1)).toEqual([])
  })

  test('what was purged does not come back, whatever is handed in with it', async () => {
    await append(draftOf(1), draftOf(2))
    await store().purge(draftOf(1).id, 'analyst')
    const version = await store().version()
    const again = draftOf(1, { id: draftOf(1).id.toUpperCase(), note: 'other' })
    expect(await append(draftOf(1), again)).toEqual([
      { id: draftOf(1).id, outcome: 'purged', revision: 0 },
      { id: draftOf(1).id, outcome: 'purged', revision: 0 },
    ])
    expect(await store().version()).toBe(version)
    const receipts = await append(draftOf(1), draftOf(2), draftOf(3))
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['purged', 'unchanged', 'added'])
    expect(await revisions(1)).toEqual([])
    expect(await store().purge(draftOf(1).id, 'analyst')).toBe(false)
  })

  test('a report that is purged and handed in at once is not there afterwards', async () => {
    await append(draftOf(1))
    const id = draftOf(1).id
    const [first, second] = await Promise.all([
      store().purge(id, 'analyst'),
      store().purge(id, 'another'),
      append(draftOf(1, { note: 'second' })),
      append(draftOf(1, { note: 'third' })),
    ])
    expect([first, second].filter(Boolean)).toHaveLength(1)
    expect(await revisions(1)).toEqual([])
  })

  test('the log says that somebody purged something, once, and not what', async () => {
    const { access } = tested()
    const before = await access.audit(100)
    await append(draftOf(1, { note: 'driver seen at the well' }))
    await store().purge(draftOf(1).id, 'Awa')
    await store().purge(draftOf(1).id, 'Awa')
    const [entry, ...rest] = await access.audit(100)
    expect(entry).toEqual({ at: START, by: 'Awa', action: 'report-purged', about: null })
    expect(rest).toEqual(before)
  })

  test('a purge of what is not there changes nothing', async () => {
    const version = await store().version()
    for (const id of [draftOf(2).id, 'not a uuid'])
      expect(await store().purge(id, 'analyst')).toBe(false)
    expect(await store().version()).toBe(version)
  })
}
