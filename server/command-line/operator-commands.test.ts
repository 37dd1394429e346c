import { mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testAtlas } from '#mocks/api-over.ts'
import { parseKey, verifyKey } from '#server/access/key.ts'
import { memoryAccess } from '#server/access/memory-access.ts'
import { commandListener } from '#server/command-socket.ts'
import { lockFolder } from '#server/lock.ts'
import type { FolderLock } from '#server/lock.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { memoryStore } from '#server/store/memory.ts'
import { openStore } from '#server/store/open-store.ts'
import { draftOf, readingOf } from '#server/store/store-fixture.ts'
import { commandLine } from './command-line.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const { id } = draftOf(1)
let folder: string
/** What went to the standard output, and what beside it. */
let out: string[] = []
let beside: string[] = []

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'jauge-operator-')))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => {
  out = []
  beside = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void beside.push(line))
})
afterEach(() => vi.restoreAllMocks())

const run = (...words: string[]) => commandLine(words, { JAUGE_DATA: folder })

async function addKey(...words: string[]): Promise<string> {
  expect(await run('keys', 'add', '--role', 'admin', '--label', 'Awa', ...words)).toBe(0)
  const [key = ''] = out.splice(0)
  return key
}

describe('beside a running server, which does it', () => {
  const access = memoryAccess(PRODUCT_PARTS)
  const store = memoryStore(PRODUCT_PARTS, access)
  let lock: FolderLock

  beforeAll(async () => {
    lock = await lockFolder(folder, 'server')
  })
  afterAll(() => lock.release())

  test('a server that is still starting does nothing yet, and the command says so', async () => {
    expect(await run('keys', 'list')).toBe(1)
    expect(beside).toEqual([expect.stringContaining('still starting, so nothing was done')])
    lock.serve(commandListener({ store, access, atlas: await testAtlas() }))
  })

  test('only its own user may reach the socket', async () => {
    const [socket = ''] = await readdir(folder)
    expect((await stat(join(folder, socket))).mode & 0o077).toBe(0)
  })

  test('a new key is shown once, alone on the output, and opens what it should', async () => {
    expect(await run('keys', 'list')).toBe(0)
    expect(out.splice(0)).toEqual(['There are no keys. "jauge keys add" makes one.'])
    const text = await addKey('--expires', '30d')
    const now = new Date().toISOString()
    expect(await verifyKey(text, { access, now })).toMatchObject({ role: 'admin', label: 'Awa' })
    expect(beside.join()).toContain('shown this once')
    await run('keys', 'list')
    await run('audit')
    const { secret = '' } = parseKey(text) ?? {}
    expect([...beside, ...out, JSON.stringify(await access.audit(9))].join()).not.toContain(secret)
  })

  test('the list tells which keys stand and which do not', async () => {
    const text = await addKey()
    const { id: revoked = '' } = parseKey(text) ?? {}
    // Pasted whole, as whoever has nothing but the key would.
    expect(await run('keys', 'revoke', text)).toBe(0)
    expect(await run('keys', 'revoke', revoked)).toBe(1)
    expect(beside.at(-1)).toContain(`No key ${revoked} stands`)
    out = []
    await run('keys', 'list')
    expect(out[0]).toMatch(new RegExp(`^${revoked}  admin  revoked 2\\d{3}-.* UTC +Awa$`))
    expect(out[1]).toMatch(/^[a-z0-9]{12} {2}admin {2}stands until 2\d{3}-.* UTC +Awa$/)
  })

  test('a purge takes the report out, and neither command nor log says which it was', async () => {
    await store.append([draftOf(1)])
    expect(await run('purge', id.toUpperCase())).toBe(0)
    expect(await store.revisions(id, readingOf())).toEqual([])
    expect(await run('purge', id)).toBe(1)
    await run('audit', '--limit', '1')
    expect(out.at(-1)).toMatch(/^2\d{3}-\S+ \S+ UTC {2}report-purged {2}command line$/)
    expect([...out, ...beside].join()).not.toContain(id)
  })

  test('names in the log cannot steer the terminal that shows them', async () => {
    await access.note({ by: 'Awa\u001b[2J\n2026', action: 'signed-in', about: '\u202Ereversed' })
    await run('audit', '--limit', '1')
    expect(out).toEqual([expect.stringMatching(/ signed-in {2}Awa·\[2J·2026 {2}·reversed$/)])
  })

  test('what a server cannot do is told of without what it was about', async () => {
    vi.spyOn(store, 'purge').mockRejectedValueOnce(new Error('The disk is full.'))
    expect(await run('purge', id)).toBe(1)
    expect(beside).toEqual([
      'A command over the socket failed: Error: The disk is full.',
      expect.stringContaining('before it said that this was done'),
    ])
  })
})

describe('without a server', () => {
  test('the command opens the folder itself, and gives it back', async () => {
    const text = await addKey()
    const { store, access } = await openStore({ data: folder, databaseUrl: null })
    expect(await verifyKey(text, { access, now: new Date().toISOString() })).not.toBeNull()
    await store.append([draftOf(1)])
    await store.close()
    expect(await run('purge', id)).toBe(0)
    expect(await run('audit')).toBe(0)
    expect(out.slice(-2).map((line) => line.split('  ')[1])).toEqual(['report-purged', 'key-made'])
  })

  test('a folder that is not there is not made: a key in it would open nothing', async () => {
    const elsewhere = join(folder, 'elsewhere')
    const asked = ['keys', 'add', '--role', 'admin', '--label', 'Awa']
    for (const words of [asked, ['keys', 'list'], ['audit'], ['purge', id]])
      expect(await commandLine(words, { JAUGE_DATA: elsewhere })).toBe(1)
    expect(beside).toEqual(
      Array(4).fill(expect.stringContaining(`no data of Jauge in ${elsewhere}`)),
    )
    expect(out).toEqual([])
    expect(await stat(elsewhere).catch(() => null)).toBeNull()
  })

  test('what is asked wrongly is refused before anything is opened', async () => {
    const wrong = [
      ['keys'],
      ['keys', 'remove'],
      ['keys', 'list', 'all'],
      ['keys', 'revoke'],
      ['keys', 'revoke', 'jauge_of_somebody'],
      ['purge'],
      ['purge', '12'],
      ['audit', '--limit', 'all'],
    ]
    for (const words of wrong) expect(await commandLine(words, { JAUGE_DATA: '/dev/null' })).toBe(2)
    expect(beside).toHaveLength(wrong.length)
    // It may have been most of a key.
    expect(beside.join()).not.toContain('somebody')
  })
})
