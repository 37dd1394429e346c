import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Report } from '#domain/report.ts'
import { loadAtlas } from './atlas.ts'
import { jauge } from './process-for-tests.ts'
import type { Jauge } from './process-for-tests.ts'
import { readRecord } from './record/import-record.ts'
import { GEOGRAPHY, PUBLIC_RECORD } from './release.ts'
import { memoryStore } from './store/memory.ts'
import { openStore } from './store/open-store.ts'
import { readingOf } from './store/store-fixture.ts'
import type { Draft } from './store/store.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const KILLS = 8
const SERVER_KILLS = 2
/** The record as often as it takes to have something to interrupt. */
const TIMES = 36

describe('killed in the middle of an import', () => {
  let root: string
  let data: string
  let file: string
  let drafts: Draft[]
  let acknowledged = 0

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'jauge-crash-')))
    data = join(root, 'data')
    file = join(root, 'facts.csv')
    const facts = manyFacts(await readFile(PUBLIC_RECORD, 'utf8'))
    await writeFile(file, facts)
    const record = readRecord(
      { facts, relations: null, officialPrices: null },
      await loadAtlas(GEOGRAPHY),
    )
    drafts = record.drafts
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  let kills = 0
  /** Kills `victim` a random moment after the import has got further than ever before. */
  async function killOnTheWay(running: Jauge, victim: Jauge): Promise<void> {
    kills += 1
    // The last two fifths are never reached: the import is not to end before it is killed.
    const share = Math.floor((drafts.length * kills * 0.6) / (KILLS + SERVER_KILLS))
    const goal = Math.max(share, acknowledged + 1)
    await running.line((line) => doneIn(line) >= goal)
    await wait(Math.random() * 25)
    victim.kill('SIGKILL')
    await victim.ended
    await running.ended
    acknowledged = Math.max(acknowledged, ...running.lines.map(doneIn))
  }

  async function kept(): Promise<readonly Report[]> {
    const { store } = await openStore({ data, databaseUrl: null })
    const reports = await store.read(readingOf({ clock: new Date().toISOString() }))
    await store.close()
    return reports
  }

  /** Opens the folder and gives what was acknowledged and is not in it. */
  async function lost(): Promise<Draft[]> {
    const ids = new Set((await kept()).map(({ id }) => id))
    return drafts.slice(0, acknowledged).filter(({ id }) => !ids.has(id))
  }

  test('before there is anything, the next start finds a folder it can use', async () => {
    const first = jauge(['import', file], { JAUGE_DATA: data })
    await wait(300 + Math.random() * 2_000)
    first.kill('SIGKILL')
    await first.ended
    acknowledged = Math.max(0, ...first.lines.map(doneIn))
    expect(await lost()).toEqual([])
  })

  test(`${KILLS} times, it loses no batch that it acknowledged, and opens again each time`, async () => {
    for (let round = 0; round < KILLS; round += 1) {
      const running = jauge(['import', file], { JAUGE_DATA: data })
      await killOnTheWay(running, running)
      expect(await lost()).toEqual([])
    }
    expect(acknowledged).toBeGreaterThan(1_000)
    expect(acknowledged).toBeLessThan(drafts.length)
  })

  test('as a server that takes in a file, it loses nothing either, and the import says that it was cut off', async () => {
    for (let round = 0; round < SERVER_KILLS; round += 1) {
      const server = jauge(['serve'], { JAUGE_DATA: data, PORT: '0' })
      await server.line((line) => line.startsWith('Jauge is at'))
      const running = jauge(['import', file], { JAUGE_DATA: data })
      await killOnTheWay(running, server)
      expect(await running.ended).toBe(1)
      expect(running.lines.at(-1)).toContain('What was acknowledged is kept')
      expect(await lost()).toEqual([])
    }
  })

  test('and importing once more gives what one clean import gives', async () => {
    const last = jauge(['import', file], { JAUGE_DATA: data })
    expect(await last.ended).toBe(0)
    expect(last.lines.at(-1)).toContain('refused 0')
    const clean = memoryStore()
    await clean.append(drafts)
    const expected = await clean.read(readingOf({ clock: new Date().toISOString() }))
    expect(unstamped(await kept())).toEqual(unstamped(expected))
  })
})

/** Only the moment of receipt may differ. */
function unstamped(reports: readonly Report[]): readonly Report[] {
  return reports.map((report) => ({ ...report, receivedAt: '' }))
}

/** "150/1635 kept" → 150; 0 for any other line. */
function doneIn(line: string): number {
  return Number(/^(\d+)\/\d+ kept$/.exec(line)?.[1] ?? 0)
}

/** Every row several times over, under ids of their own. */
function manyFacts(text: string): string {
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/)
  const copies = Array.from({ length: TIMES }, (_, n) =>
    rows.map((row) => row.replace(/^[^,]*/, `$&-${n}`)),
  )
  return `${[header, ...copies.flat()].join('\n')}\n`
}
