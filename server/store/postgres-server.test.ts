import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accessSuite } from '#server/access/access-suite.ts'
import { COPY_ROLES } from './copies.ts'
import { databaseSuite } from './database-suite.ts'
import { APP } from './format.ts'
import { openStore } from './open-store.ts'
import { startPostgres } from './postgres-for-tests.ts'
import type { TestPostgres } from './postgres-for-tests.ts'
import type { Stores } from './postgres.ts'
import type { ReportStore } from './store.ts'
import { draftOf, EMPTY_SQL, readingOf, setNow, START, SUITE_PARTS } from './store-fixture.ts'
import { purgeSuite } from './purge-suite.ts'
import { storeSuite } from './store-suite.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('in a PostgreSQL server', () => {
  let postgres: TestPostgres
  /** Where a backup goes that an upgrade makes first. */
  let data: string
  let both: Stores
  let store: ReportStore

  const openBoth = (databaseUrl: string) => openStore({ data, databaseUrl }, 'server', SUITE_PARTS)
  const open = async (databaseUrl: string) => (await openBoth(databaseUrl)).store
  async function refusal(databaseUrl: string): Promise<string> {
    return open(databaseUrl).then(
      async (opened) => {
        await opened.close()
        return 'opened'
      },
      (error: Error) => `${error.name}: ${error.message}`,
    )
  }
  async function fresh(name: string): Promise<string> {
    await postgres.query(`create database ${name}`)
    return postgres.url(name)
  }

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'jauge-backups-'))
    postgres = await startPostgres()
    both = await openBoth(await fresh('suite'))
    store = both.store
  })
  afterAll(async () => {
    await store.close()
    await postgres.stop()
    await rm(data, { recursive: true, force: true })
  })

  const tested = {
    tested: () => both,
    async reset() {
      await postgres.query(EMPTY_SQL, 'suite')
      // What was kept in memory is forgotten by whoever finds the database at its beginning.
      for (const role of COPY_ROLES) await store.read(readingOf({ role }))
    },
  }
  storeSuite(tested)
  describe('purges', () => {
    purgeSuite(tested)
  })
  describe('as a database', () => {
    databaseSuite(tested)
  })
  describe('keys, sessions and the log', () => {
    accessSuite(tested)
  })

  test('instances that start together on an empty database all find it ready', async () => {
    const url = await fresh('together')
    const stores = await Promise.all([open(url), open(url), open(url)])
    const versions = await Promise.all(stores.map((each) => each.version()))
    expect(versions).toEqual([0, 0, 0])
    await Promise.all(stores.map((each) => each.close()))
  })

  test('instances that write together never give the same stamp twice', async () => {
    const other = await open(postgres.url('suite'))
    const writes = [store, other].flatMap((each, writer) =>
      Array.from({ length: 10 }, (_, n) => each.append([draftOf(100 * (writer + 1) + n)])),
    )
    await Promise.all(writes)
    const reports = await other.read(readingOf({ clock: '2027-01-01T00:00:00.000Z' }))
    expect(new Set(reports.map(({ receivedAt }) => receivedAt)).size).toBe(20)
    await other.close()
  })

  test('a report that two instances are given at once is added once', async () => {
    const other = await open(postgres.url('suite'))
    const receipts = await Promise.all([store.append([draftOf(1)]), other.append([draftOf(1)])])
    const outcomes = receipts.flat().map(({ outcome }) => outcome)
    expect(outcomes.toSorted()).toEqual(['added', 'unchanged'])
    await other.close()
  })

  test('a pin waits for a write under way, whose stamp lies before it', async () => {
    // To the public from 12:00:05 on.
    const observedAt = '2026-01-08T12:00:05.000Z'
    await store.append([draftOf(1, { sensitivity: 'restricted', observedAt, precision: 'minute' })])
    const obstacle = new Client({ connectionString: postgres.url('suite') })
    await obstacle.connect()
    await obstacle.query('begin; lock table jauge.revisions in exclusive mode')
    setNow('2026-01-10T12:00:01.000Z')
    const slow = store.append([draftOf(2)])
    await wait(200)
    const pin = store.lastReceived({ role: 'public', clock: '2026-01-10T12:00:10.000Z' })
    const early = await Promise.race([pin.then(() => 'answered'), wait(300).then(() => 'waits')])
    await obstacle.query('commit')
    await obstacle.end()
    await slow
    const vintage = await pin
    expect([early, vintage]).toEqual(['waits', '2026-01-10T12:00:05.000Z'])
    expect(
      await store.read(readingOf({ role: 'public', vintage, clock: vintage ?? '' })),
    ).toHaveLength(2)
  })

  test('a wrong password is said without saying it', async () => {
    const sentence = await refusal(postgres.url('suite', { user: 'postgres', password: 'hunter2' }))
    expect(sentence).toContain('refuses the password')
    expect(sentence).not.toContain('hunter2')
  })

  test('a server that is not there, and a database that is not there, are told apart', async () => {
    expect(await refusal('postgres://nobody@127.0.0.1:1/jauge')).toContain('nothing listens there')
    expect(await refusal(postgres.url('nowhere'))).toContain('has no such database')
  })

  test('a schema of that name that is not ours is left alone', async () => {
    const url = await fresh('theirs')
    await postgres.query(
      'create schema jauge; create table jauge.deployment (theirs text)',
      'theirs',
    )
    expect(await refusal(url)).toContain('that Jauge did not make')
    await postgres.query('drop table jauge.deployment; create table jauge.other (a int)', 'theirs')
    expect(await refusal(url)).toContain('that Jauge did not make')
    // Nothing of ours was put beside it.
    await postgres.query('drop table jauge.other; drop schema jauge', 'theirs')
  })

  test('a start that was stopped before the tables were there is taken up', async () => {
    const url = await fresh('half')
    await postgres.query('create schema jauge', 'half')
    await postgres.query(
      'create table jauge.migrations (id serial primary key, hash text not null, created_at bigint)',
      'half',
    )
    expect(await refusal(url)).toBe('opened')
  })

  test('a database of the first format is brought to ours, and what it disclosed decided anew', async () => {
    const url = await fresh('first')
    const first = await readFile(new URL('migrations/0000_reports.sql', import.meta.url), 'utf8')
    const stored = { ...draftOf(1), revision: 1, receivedAt: START }
    await postgres.query(
      `create schema jauge; ${first};
       create table jauge.migrations (id serial primary key, hash text not null, created_at bigint);
       insert into jauge.migrations (hash, created_at) values ('', 1763800000000);
       insert into jauge.revisions values ('${stored.id}', 1, 'bulletin', '2026-01-01', '2026-01-01',
         '2026-01-02', '${START}', '', '${JSON.stringify(stored)}');
       update jauge.deployment set version = 1, last_received = '${START}'`,
      'first',
    )
    const told: string[] = []
    const hear = (line: string) => void told.push(line)
    vi.spyOn(console, 'log').mockImplementation(hear)
    vi.spyOn(console, 'error').mockImplementation(hear)
    const opened = await openBoth(url)
    vi.restoreAllMocks()
    expect(told).toEqual([
      expect.stringContaining(`Backed up to ${data}`),
      expect.stringContaining('made anew, once'),
    ])
    expect(await opened.store.read(readingOf({ role: 'public' }))).toMatchObject([{ note: null }])
    expect(await opened.access.audit(9)).toMatchObject([
      { action: 'policy-changed', about: expect.stringContaining('from one before fingerprints') },
      { action: 'backup-made' },
    ])
    await opened.store.close()
  })

  test('the database of a later release is refused', async () => {
    const url = await fresh('later')
    await (await open(url)).close()
    await postgres.query(`update jauge.deployment set format = 99 where app = '${APP}'`, 'later')
    expect(await refusal(url)).toContain('a later release of Jauge (format 99')
  })

  test('a user who may not write is told which right is missing', async () => {
    const url = await fresh('readonly')
    await postgres.query(`create user reader password 'r'`)
    const asReader = postgres.url('readonly', { user: 'reader', password: 'r' })
    expect(await refusal(asReader)).toContain('Grant CREATE')
    await (await open(url)).close()
    expect(await refusal(asReader)).toContain('does not let this user')
  })
})
