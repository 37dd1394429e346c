import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addDays, startOf } from '#domain/time.ts'
import { openStore } from './open-store.ts'
import type { OpenedStore } from './open-store.ts'
import { clientOf, planOf, questionsOf } from './plans-for-tests.ts'
import { draftOf, readingOf, setNow, SUITE_PARTS } from './store-fixture.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const REPORTS = 6_000
const DAYS = 200
const LATER = '2026-02-01T00:00:00.000Z'

let root: string
let opened: OpenedStore

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'jauge-plans-'))
  setNow('2026-01-10T12:00:00.000Z')
  opened = await openStore({ data: join(root, 'data'), databaseUrl: null }, 'import', SUITE_PARTS)
  function onDay(n: number, change = {}) {
    const day = addDays('2025-07-01', n % DAYS)
    const publishedAt = startOf(addDays(day, 2))
    return draftOf(n, { observedAt: startOf(day), publishedAt, ...change })
  }
  await opened.store.append(Array.from({ length: REPORTS }, (_, n) => onDay(n)))
  const few = Array.from({ length: 20 }, (_, n) => n * 7)
  await opened.store.append(few.map((n) => onDay(n, { note: 'second' })))
})
afterAll(async () => {
  await opened.store.close()
  await rm(root, { recursive: true, force: true })
})

/** Rows that a step of a plan looked at, of a table or of an index, as far as reports are in them. */
function rowsIn(line: string): number {
  if (!/Scan .*\b(on|using) (copies|revisions)/.test(line)) return 0
  const [, rows = '0', loops = '1'] = /actual .*rows=([\d.]+) loops=(\d+)/.exec(line) ?? []
  return Number(rows) * Number(loops)
}

/** All that is asked while `work` runs, with the most rows that any step of its plan looked at. */
async function looked(work: () => Promise<unknown>) {
  const asked = await questionsOf(opened.database, work)
  expect(asked.length).toBeGreaterThan(0)
  const plans = await Promise.all(asked.map((each) => planOf(opened.database, each)))
  return {
    most: Math.max(...plans.flat().map(rowsIn)),
    text: plans.flat().join('\n'),
  }
}

const read = (change = {}) => opened.store.read(readingOf({ role: 'public', ...change }))

test('no question of a reading looks at all copies: each goes by an index, to what it is about', async () => {
  const first = await looked(() => read())
  expect(first.text).not.toContain('Seq Scan on copies')
  expect(first.text).toContain('copies_observed')
  // A day has thirty reports, of which two rows each tell.
  expect(first.most).toBeLessThan(150)

  setNow(LATER)
  await opened.store.append([draftOf(9_000), draftOf(9_001)])
  const news = await looked(() => read({ clock: LATER }))
  expect(news.text).toContain('copies_received')
  expect(news.text).toContain('copies_due_public')
  expect(news.most).toBeLessThan(REPORTS / 4)

  const past = await looked(() => read({ clock: LATER, known: '2025-12-31' }))
  expect(past.most).toBeLessThan(150)

  const one = await looked(() => opened.store.revisions(draftOf(7).id, readingOf()))
  expect(one.most).toBeLessThan(10)

  const last = await looked(() => opened.store.lastReceived({ role: 'public', clock: LATER }))
  expect(last.most).toBeLessThan(10)
})

test('whatever is in a text comes back from PGlite as it was, and who is told alike shares a row', async () => {
  const note = 'a \\N, a\ttab,\r\ntwo lines and a \\. alone'
  const drafts = [draftOf(8_001, { note, reporter: '\\' }), draftOf(8_002, { note: null })]
  await opened.store.append(drafts)
  const [kept] = await opened.store.revisions(draftOf(8_001).id, readingOf())
  expect(kept?.note).toBe(note)
  const { rows } = await clientOf(opened.database).query(
    'select count(*)::int as n from jauge.copies where id = any($1) group by id order by n',
    [drafts.map(({ id }) => id)],
  )
  expect(rows).toEqual([{ n: 1 }, { n: 2 }])
})
