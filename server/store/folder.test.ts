import { createHash } from 'node:crypto'
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { claimFolder, databaseOf } from './folder.ts'
import { FORMAT } from './format.ts'
import { openStore } from './open-store.ts'
import { draftOf, readingOf, SUITE_PARTS } from './store-fixture.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('the data folder', () => {
  let root: string
  /** A folder with one report in it, closed; tests spoil copies of it. */
  let made: string

  const settings = (data: string) => ({ data, databaseUrl: null })
  const open = async (data: string) =>
    (await openStore(settings(data), 'server', SUITE_PARTS)).store
  async function refusal(data: string): Promise<string> {
    return open(data).then(
      async (store) => {
        await store.close()
        return 'opened'
      },
      (error: Error) => `${error.name}: ${error.message}`,
    )
  }
  /** Every file below a folder with a digest of what is in it. */
  async function contents(folder: string): Promise<Record<string, string>> {
    const names = await readdir(folder, { recursive: true })
    const files: Record<string, string> = {}
    for (const name of names.toSorted()) {
      // PostgreSQL writes its process id there before it looks at anything else.
      if (name.endsWith('postmaster.pid')) continue
      const path = join(folder, name)
      if (!(await stat(path)).isFile()) continue
      files[name] = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    }
    return files
  }
  let spoilt = 0
  async function spoil(
    change: (database: string, folder: string) => Promise<void>,
  ): Promise<string> {
    const folder = join(root, `spoilt-${(spoilt += 1)}`)
    await cp(made, folder, { recursive: true })
    await change(databaseOf(folder), folder)
    return folder
  }

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'jauge-folder-')))
    made = join(root, 'made')
    const store = await open(made)
    await store.append([draftOf(1)])
    await store.close()
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  test('is made when it does not exist, closed to other users, and keeps what was written', async () => {
    expect((await stat(made)).mode & 0o077).toBe(0)
    expect((await readdir(made)).toSorted()).toEqual(['jauge.json', 'pglite'])
    const store = await open(made)
    expect(await store.read(readingOf())).toHaveLength(1)
    await store.close()
  })

  test('of somebody else is refused and left as it is', async () => {
    const theirs = join(root, 'theirs')
    await mkdir(join(theirs, 'pglite'), { recursive: true })
    await writeFile(join(theirs, 'pglite', 'PG_VERSION'), '18\n')
    await writeFile(join(theirs, 'letter.txt'), 'dear')
    const before = await contents(theirs)
    expect(await refusal(theirs)).toContain(`${theirs} holds files that are not Jauge's`)
    expect(await contents(theirs)).toEqual(before)
  })

  test('with a marker that is not ours is refused', async () => {
    const folder = await spoil((_, at) => writeFile(join(at, 'jauge.json'), '{"app":"other"}'))
    const before = await contents(folder)
    expect(await refusal(folder)).toContain('is not the marker Jauge writes')
    expect(await contents(folder)).toEqual(before)
  })

  test('of an earlier release is opened, and closed to that one from then on', async () => {
    const marker = '{"app":"jauge","format":1,"made":true}'
    const folder = await spoil((_, at) => writeFile(join(at, 'jauge.json'), marker))
    expect(await refusal(folder)).toBe('opened')
    expect(await readFile(join(folder, 'jauge.json'), 'utf8')).toContain(`"format":${FORMAT}`)
  })

  test('of a later release is refused', async () => {
    const marker = '{"app":"jauge","format":99,"made":true}'
    const folder = await spoil((_, at) => writeFile(join(at, 'jauge.json'), marker))
    expect(await refusal(folder)).toContain('a later release of Jauge (format 99')
  })

  test('is opened without a copy being read: a server listens first', async () => {
    const folder = join(root, 'opened')
    await cp(made, folder, { recursive: true })
    const asked = vi.spyOn(PGlite.prototype, 'query')
    const store = await open(folder)
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    const before = asked.mock.calls.filter(([text]) => text.includes('string_agg')).length
    await store.read(readingOf({}))
    const after = asked.mock.calls.filter(([text]) => text.includes('string_agg')).length
    asked.mockRestore()
    await store.close()
    expect([before, after > 0]).toEqual([0, true])
  })

  test('two starters of one process id that claim it at once leave one marker, whole', async () => {
    for (let lead = 0; lead < 60; lead += 1) {
      const folder = join(root, `claimed-${lead}`)
      const first = claimFolder(folder)
      // Each time the second is a little later, so that it once meets every step of the first.
      for (let turn = 0; turn < lead; turn += 1) await setImmediate()
      await Promise.all([first, claimFolder(folder)])
      expect(await readdir(folder)).toEqual(['jauge.json'])
      expect(JSON.parse(await readFile(join(folder, 'jauge.json'), 'utf8'))).toMatchObject({
        made: false,
      })
    }
  })

  test('half-made by a first start that was killed is made anew', async () => {
    const folder = join(root, 'half')
    await claimFolder(folder)
    await mkdir(join(databaseOf(folder), 'base'), { recursive: true })
    await writeFile(join(databaseOf(folder), 'PG_VERSION'), '18\n')
    expect(await refusal(folder)).toBe('opened')
  })

  test.each([
    // The one that PGlite would take for an empty folder, and initialise over the reports.
    { lost: 'its version file', spoiler: (at: string) => rm(join(at, 'PG_VERSION')) },
    { lost: 'its control file', spoiler: (at: string) => rm(join(at, 'global', 'pg_control')) },
    {
      lost: 'the content of its control file',
      spoiler: (at: string) => writeFile(join(at, 'global', 'pg_control'), Buffer.alloc(8192, 7)),
    },
    { lost: 'its log', spoiler: (at: string) => rm(join(at, 'pg_wal'), { recursive: true }) },
    { lost: 'everything', spoiler: (at: string) => rm(at, { recursive: true }) },
  ])(
    'with a database that lost $lost is refused and left as it is',
    async ({ spoiler }) => {
      const folder = await spoil(spoiler)
      const before = await contents(folder)
      const sentence = await refusal(folder)
      expect(sentence).toMatch(/^OperatorError: The database in .* is damaged and cannot be opened/)
      expect(sentence.split('\n')).toHaveLength(1)
      expect(await contents(folder)).toEqual(before)
    },
    30_000,
  )

  test('with a database of another PostgreSQL is refused', async () => {
    const folder = await spoil((at) => writeFile(join(at, 'PG_VERSION'), '15\n'))
    expect(await refusal(folder)).toContain('is of PostgreSQL 15; this release reads 18')
  })

  test('that is a file, or below one, is said to be that', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    expect(await refusal(file)).toContain('cannot be used: it is a file')
    expect(await refusal(join(file, 'below'))).toContain(
      'cannot be used: a part of the path is a file',
    )
  })

  test('that this user may not write to is said to be that', async () => {
    const closed = join(root, 'closed')
    await mkdir(closed, { mode: 0o500 })
    // Root may write anywhere, so it asks as somebody who may not.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    const sentence = await refusal(closed)
    if (isRoot) process.seteuid?.(0)
    expect(sentence).toContain('cannot be used: this user may not read and write there')
  })
})
