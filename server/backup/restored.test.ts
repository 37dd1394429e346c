import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { TEST_NOW } from '#mocks/api-over.ts'
import {
  answers,
  backedUp,
  clearAway,
  empty,
  live,
  lived,
  PARTS,
  setNow,
  someDrafts,
} from '#mocks/backup-fixture.ts'
import { restoreBackup } from './restore.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

afterAll(clearAway)

describe('a restored deployment', () => {
  const tolds: Record<string, ReturnType<typeof answers>> = {}

  test.each([
    { from: 'PGlite', to: 'PGlite' },
    { from: 'PGlite', to: 'PostgreSQL' },
    { from: 'PostgreSQL', to: 'PGlite' },
    { from: 'PostgreSQL', to: 'PostgreSQL' },
  ] as const)('answers every role as before, byte for byte: $from → $to', async ({ from, to }) => {
    const before = await lived(from)
    const after = await empty(to)
    await restoreBackup(after.database, await backedUp(before), PARTS)
    for (const role of ['public', 'partner', 'analyst'] as const) {
      const told = await (tolds[from + role] ??= answers(before, role))
      expect(Object.keys(told).length).toBeGreaterThan(20)
      expect(await answers(after, role)).toEqual(told)
    }
    expect(JSON.stringify(await answers(after, 'analyst'))).toContain('seen from the roof')
    expect(JSON.stringify(await answers(after, 'public'))).not.toContain('seen from the roof')
    expect(await after.store.version()).toBe(await before.store.version())
    expect(await after.access.keys()).toEqual(await before.access.keys())
    expect(await after.access.keyOf('abcdefghijkl')).toEqual(
      await before.access.keyOf('abcdefghijkl'),
    )
    const [last, ...log] = await after.access.audit(100)
    expect(last).toMatchObject({ by: 'command line', action: 'restored' })
    expect(log).toEqual(await before.access.audit(100))
  })

  test('takes in nothing it has already, nothing that was purged, and stamps on from there', async () => {
    const after = await empty('PostgreSQL')
    await restoreBackup(after.database, await backedUp(await lived('PGlite')), PARTS)
    const drafts = await someDrafts()
    const outcomes = (await after.store.append(drafts.slice(1))).map(({ outcome }) => outcome)
    expect(outcomes[0]).toBe('purged')
    expect(new Set(outcomes.slice(1))).toEqual(new Set(['unchanged']))
    setNow('2026-01-01T00:00:00.000Z')
    const [receipt] = await after.store.append(drafts.slice(0, 1))
    expect(receipt).toMatchObject({ outcome: 'revised', revision: 3 })
    const seen = await after.store.lastReceived({ role: 'analyst', clock: TEST_NOW })
    expect(seen).toBe('2026-03-15T08:00:00.001Z')
  })
})

test('a backup is of one moment, while others write', async () => {
  const open = await live('PostgreSQL')
  const drafts = await someDrafts()
  const counts = new Set<number>()
  for (let n = 0; n < 4; n += 1) {
    const [batch] = [drafts.slice(10, 60).map((draft) => ({ ...draft, note: `again ${n}` }))]
    const writing = open.store.append(batch ?? [])
    const path = await backedUp(open)
    await writing
    const header = JSON.parse(
      gunzipSync(await readFile(path))
        .toString()
        .split('\n')[0] ?? '',
    )
    counts.add(header.counts.revisions)
  }
  // Of the record's 327 reports one was purged; one hidden and one correction came; then batches of 50, each whole or not.
  for (const count of counts) expect((count - drafts.length - 1) % 50).toBe(0)
})
