import { brotliDecompressSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Hono } from 'hono'
import { describe, expect, test, vi } from 'vitest'
import { API_BASE } from '#contract/route.ts'
import type { Route } from '#contract/route.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import { apiOn, apiOver, recordDrafts, TEST_NOW, TEST_RECEIVED } from '#mocks/api-over.ts'
import { keyIn } from '#mocks/key-in.ts'
import { attack } from '#testing/some-report.ts'
import { memoryAccess } from './access/memory-access.ts'
import { storedAccess } from './access/stored-access.ts'
import { json } from './answer.ts'
import { compressed } from './compression.ts'
import { disclose } from './disclosure.ts'
import { answerKeeper } from './shared-answers.ts'
import { PRODUCT_PARTS } from './store/copies.ts'
import { memoryStore } from './store/memory.ts'
import { migrateDatabase } from './store/migrate.ts'
import { storesOver } from './store/postgres.ts'
import type { Draft, ReportStore } from './store/store.ts'

vi.setConfig({ testTimeout: 120_000 })

const [first, second, third] = (await recordDrafts()) as [Draft, Draft, Draft]

const reading = Object.values(ALL_ROUTES).filter(({ method }) => method === 'get')
const SEARCHES = ['', '?lang=en', '?from=2026-01-05&to=2026-03-01', '?nonsense=1']
const LANGUAGES = ['fr', 'en']

function addressOf({ base, path }: Route): string {
  const filled = path
    .replace('{metrics}', 'wait,prices')
    .replace('{chart}', 'arrivals')
    .replace('{id}', first.id)
  return `${base}${filled}`
}

const oEmbed = `?url=${encodeURIComponent('http://localhost/embed/arrivals')}`
const questionsFor = (route: Route) =>
  SEARCHES.map((search) => addressOf(route) + (route.path === '/oembed' ? oEmbed : search))

/** All of an answer that reaches whoever asked; its bytes as a text, since those are compared in no time. */
async function whole(response: Response) {
  const { status, headers } = response
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
  return { status, headers: [...headers], body }
}

describe('what is kept', () => {
  test('is at every address what a process that has kept nothing works out, bytes and headers', async () => {
    const { api, store } = await apiOver('record')
    expect(reading.length).toBeGreaterThan(20)
    for (const route of reading) {
      // The other is asked in the other order: what it keeps for one reader can be wrong for another one only.
      const other = await apiOn(store)
      for (const path of questionsFor(route)) {
        const askBoth = async (asked: Hono, languages: readonly string[]) => {
          const answers = new Map<string, unknown>()
          for (const language of languages) {
            const headers = { 'Accept-Language': language }
            answers.set(language, await whole(await asked.request(path, { headers })))
          }
          return answers
        }
        const first = await askBoth(api, LANGUAGES)
        expect(await askBoth(api, LANGUAGES)).toEqual(first)
        expect(await askBoth(other, LANGUAGES.toReversed())).toEqual(first)
      }
    }
  })

  test('is not given to who asks another host', async () => {
    const { api } = await apiOver('record')
    for (const host of ['one.example', 'two.example', 'one.example']) {
      const response = await api.fetch(new Request(`http://${host}/feed.atom`))
      expect(await response.text()).toContain(`http://${host}/feed.atom`)
    }
  })

  test('is asked after by its name, and sent compressed with the bytes it has', async () => {
    const { api } = await apiOver('record')
    const ask = (headers: Record<string, string>) =>
      new Request(`http://jauge${API_BASE}/situation`, { headers })
    const answered = async (request: Request) => compressed(request, await api.fetch(request))
    const plain = await whole(await answered(ask({})))
    for (let time = 0; time < 2; time++) {
      const small = await answered(ask({ 'Accept-Encoding': 'br' }))
      expect(small.headers.get('Content-Encoding')).toBe('br')
      const body = brotliDecompressSync(new Uint8Array(await small.arrayBuffer()))
      expect(body.toString('latin1')).toBe(plain.body)
      const tag = small.headers.get('ETag') ?? ''
      expect((await answered(ask({ 'If-None-Match': tag }))).status).toBe(304)
    }
  })
})

describe('whoever shows something', () => {
  test('gets what their role may see and no other’s answer, whoever asked before', async () => {
    const keys = memoryAccess({ now: () => TEST_NOW })
    const access = storedAccess({ store: keys, now: () => TEST_NOW, pauseMs: 0 })
    const hidden = { ...second, sensitivity: 'confidential' as const }
    const { api, store } = await apiOver([first, hidden], { access })
    const roles = ['public', 'partner', 'analyst', 'admin'] as const
    const texts = new Map<string, string>()
    for (const role of ['partner', 'analyst', 'admin'] as const)
      texts.set(role, (await keyIn(keys, { role })).text)
    for (const path of [
      `${API_BASE}/reports`,
      `${API_BASE}/situation`,
      `${API_BASE}/reports.csv`,
    ]) {
      for (const role of [...roles, ...roles.toReversed()]) {
        const key = texts.get(role)
        const headers: Record<string, string> = key ? { Authorization: `Bearer ${key}` } : {}
        const said = await (await api.request(path, { headers })).text()
        const alone = await (await apiOn(store, { role })).request(path)
        expect(said).toBe(await alone.text())
        const maySee = role === 'analyst' || role === 'admin'
        expect(said.includes(hidden.id)).toBe(maySee && !path.endsWith('/situation'))
      }
    }
  })
})

const inMemory = async () => memoryStore({ ...PRODUCT_PARTS, now: () => TEST_RECEIVED })

async function inPGlite(): Promise<ReportStore> {
  const client = await PGlite.create()
  const database = drizzle({ client })
  const run = (config: Parameters<typeof migrate>[1]) => migrate(database, config)
  await migrateDatabase(database, { run, where: 'The database', backups: '/nowhere' })
  const parts = { ...PRODUCT_PARTS, now: () => TEST_RECEIVED }
  const close = () => client.close()
  return (await storesOver(database, { ...parts, close, tell: () => {} })).store
}

describe.each([
  ['memory', inMemory],
  ['PGlite', inPGlite],
])('over %s', (_, open) => {
  const paths = ['/reports', '/reports.csv', '/reports.geojson'].map((path) => API_BASE + path)
  const listed = async (api: Hono, id: string) =>
    Promise.all(paths.map(async (path) => (await (await api.request(path)).text()).includes(id)))

  test('a new report shows in the next answer, and what is purged in none', async () => {
    const store = await open()
    await store.append([first])
    const api = await apiOn(store)
    expect(await listed(api, second.id)).toEqual([false, false, false])
    await store.append([second])
    expect(await listed(api, second.id)).toEqual([true, true, true])
    const opened = `${API_BASE}/reports/${second.id}`
    expect((await api.request(opened)).status).toBe(200)
    await store.purge(second.id, 'test')
    expect(await listed(api, second.id)).toEqual([false, false, false])
    expect((await api.request(opened)).status).toBe(404)
    await store.append([third])
    expect(await listed(api, third.id)).toEqual([true, true, true])
    await store.close()
  })

  test('what had to wait shows in the first answer after its time, and in none before', async () => {
    const seen = { observedAt: '2026-11-20T07:30:00.000Z', observedUntil: null } as const
    const told = { body: attack(), precision: 'minute', sensitivity: 'restricted' } as const
    const waiting = { ...second, ...seen, ...told }
    const stored = { ...waiting, revision: 1, receivedAt: TEST_RECEIVED }
    const due = Date.parse(disclose(stored, 'public')?.visibleFrom ?? '')
    expect(due).toBeGreaterThan(Date.parse(TEST_RECEIVED))
    let clock = TEST_RECEIVED
    const store = await open()
    await store.append([first, waiting])
    const api = await apiOn(store, { now: () => clock })
    const [never, always] = [
      [false, false, false],
      [true, true, true],
    ]
    expect(await listed(api, waiting.id)).toEqual(never)
    clock = new Date(due - 1).toISOString()
    expect(await listed(api, waiting.id)).toEqual(never)
    clock = new Date(due).toISOString()
    expect(await listed(api, waiting.id)).toEqual(always)
    await store.close()
  })
})

describe('an answer that many ask for at once', () => {
  /** An API over a store that counts how often it is asked for the revisions of a report. */
  async function counting() {
    const store = memoryStore({ ...PRODUCT_PARTS, now: () => TEST_RECEIVED })
    await store.append([first])
    let asked = 0
    let isBroken = false
    const revisions: ReportStore['revisions'] = async (...words) => {
      asked += 1
      if (isBroken) throw new Error('gone')
      return store.revisions(...words)
    }
    const api = await apiOn({ ...store, revisions }, { report: () => {} })
    const ask = async () => (await api.request(`${API_BASE}/reports/${first.id}`)).status
    return { ask, asked: () => asked, setBroken: (value: boolean) => void (isBroken = value) }
  }

  test('is worked out once', async () => {
    const { ask, asked } = await counting()
    const answers = await Promise.all(Array.from({ length: 200 }, ask))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(asked()).toBe(1)
  })

  test('is worked out again after it failed', async () => {
    const { ask, asked, setBroken } = await counting()
    setBroken(true)
    expect(await Promise.all([ask(), ask()])).toEqual([500, 500])
    setBroken(false)
    expect(await ask()).toBe(200)
    expect(asked()).toBe(2)
  })

  test('is not kept beside more questions than there is room for, however long they are', async () => {
    const share = answerKeeper(100_000)
    let made = 0
    const ask = (question: string) => share([question], async () => json((made += 1)))
    await ask('short')
    for (let n = 0; n < 10; n += 1) await ask(`${n} ${'0'.repeat(10_000)}`)
    await ask('short')
    expect(made).toBe(12)
  })

  test('is not mistaken for the answer to a question that reads alike', async () => {
    const share = answerKeeper(1_000_000)
    await share(['a', 'b c'], async () => json(1))
    const { body } = await share(['a b', 'c'], async () => json(2))
    expect(new TextDecoder().decode(body as Uint8Array)).toBe('2')
  })
})
