import { afterAll, expect, test, vi } from 'vitest'
import { API_BASE } from '#contract/route.ts'
import { apiOn, testAtlas } from '#mocks/api-over.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { memoryStore } from '#server/store/memory.ts'
import type { Reading } from '#server/store/store.ts'
import { withLeak } from './leaky.ts'
import type { Leak } from './leaky.ts'
import { tryLaw } from './law.ts'
import type { Make } from './law.ts'
import { bareSites } from './site-for-tests.ts'

// The law is quick to fail where it is broken; on a busy machine even that takes a while.
vi.setConfig({ testTimeout: 120_000 })

const sites = await bareSites(await testAtlas())
afterAll(() => sites.remove())

const inMemory: Make = {
  open: async (now) => memoryStore({ ...PRODUCT_PARTS, now }),
  async apps(store, options) {
    const api = await apiOn(store, options)
    return { api, site: await sites.over(api) }
  },
}

/** The law with a leak in it: until it fails, or for as many pairs as it must not need. */
const tried = (leak: Leak, pairs = 300) =>
  tryLaw(withLeak(inMemory, leak), {
    role: 'public',
    pairs,
    asked: { between: 3, atEnd: 12 },
    shrinks: false,
  })

const asAnalyst = (reading: Reading): Reading => ({ ...reading, role: 'analyst' })
const at = (path: string, change: NonNullable<Leak['body']>): Leak => ({
  body: async (text, asked, secrets) =>
    asked === path || asked.startsWith(path) ? change(text, asked, secrets) : null,
})
const header = (
  name: string,
  value: (secrets: Parameters<NonNullable<Leak['response']>>[2]) => Promise<string>,
): Leak => ({
  async response(response, _path, secrets) {
    const told = new Response(response.body, response)
    told.headers.set(name, await value(secrets))
    return told
  },
})

const LEAKS: Record<string, Leak> = {
  'a cursor that counts places among all reports': at(
    `${API_BASE}/reports`,
    async (text, _, { all }) => {
      const count = (await all()).length
      return text.replace(/"next":"[^"]+"/, `"next":"${btoa(`page 2 of ${count}`)}"`)
    },
  ),
  'a total of all reports': at(`${API_BASE}/reports`, async (text, _, { all }) =>
    text.replace(/"total":\d+/, `"total":${(await all()).length}`),
  ),
  'a count in the answer that the server is ready': at(
    `${API_BASE}/ready`,
    async (text, _, { all }) => text.replace(/"reports":\d+/, `"reports":${(await all()).length}`),
  ),
  'a tag made of the store’s version': header(
    'ETag',
    async ({ store }) => `W/"${await store.version()}"`,
  ),
  'a date of the last write': header('Last-Modified', async ({ all }) => {
    const stamps = (await all()).map(({ receivedAt }) => receivedAt).toSorted()
    return new Date(stamps.at(-1) ?? 0).toUTCString()
  }),
  'an order that follows the newest revision of all': at(
    `${API_BASE}/reports`,
    async (text, path, { all }) => {
      if (path !== `${API_BASE}/reports`) return null
      const newest = new Map((await all()).map(({ id, receivedAt }) => [id, receivedAt]))
      const answer = JSON.parse(text) as { reports?: { id: string }[] }
      if (!answer.reports) return null
      const order = (id: string) => newest.get(id) ?? ''
      answer.reports.sort((a, b) => (order(a.id) < order(b.id) ? 1 : -1))
      return JSON.stringify(answer)
    },
  ),
  'an error text that names the last day of all': {
    body: async (text, _, { all }) => {
      const days = (await all()).map(({ observedAt }) => observedAt.slice(0, 10)).toSorted()
      return text.includes('problem:parameters')
        ? text.replace('"detail":"', `"detail":"${days.at(-1)} `)
        : null
    },
  },
  'a 404 that tells hidden from absent': at(`${API_BASE}/reports/`, async (text, path, { all }) => {
    const isThere = (await all()).some(({ id }) => path.endsWith(id))
    return text.includes('problem:not-found') && isThere
      ? text.replace('not-found', 'forbidden')
      : null
  }),
  'a feed that is dated by the last write': at('/feed.atom', async (text, _, { all }) => {
    const stamps = (await all()).map(({ receivedAt }) => receivedAt).toSorted()
    return text.replace(/<updated>[^<]+/, `<updated>${stamps.at(-1)}`)
  }),
  'a picture whose text counts all reports': at('/charts/', async (text, path, { all }) =>
    path.endsWith('.svg') ? text.replace('</text>', ` n = ${(await all()).length}</text>`) : null,
  ),
  'a frame that counts all reports': at('/embed/', async (text, _, { all }) =>
    text
      .replace('</h1>', ` (${(await all()).length})</h1>`)
      .replace('</figcaption>', ` (${(await all()).length})</figcaption>`),
  ),
  'a window that ends with the last report of all': at(
    `${API_BASE}/situation`,
    async (text, _, { all }) => {
      const days = (await all()).map(({ observedAt }) => observedAt.slice(0, 10)).toSorted()
      return text.replace(/"to":"[^"]+"/, `"to":"${days.at(-1)}"`)
    },
  ),
  'a page that tells how many reports there are': at('/', async (text, path, { all }) =>
    path === '/' ? text.replace('</body>', `<!-- ${(await all()).length} --></body>`) : null,
  ),
  'a last change of all that was written': {
    store: (real) => ({
      lastReceived: ({ clock }) => real.lastReceived({ role: 'analyst', clock }),
    }),
  },
  'a revision’s number among all revisions': {
    store: (real) => ({
      async read(reading) {
        const all = new Map(
          (await real.read(asAnalyst(reading))).map(({ id, revision }) => [id, revision]),
        )
        const told = await real.read(reading)
        return told.map((report) => ({
          ...report,
          revision: all.get(report.id) ?? report.revision,
        }))
      },
    }),
  },
  'a receipt of the newest revision of all': {
    store: (real) => ({
      async read(reading) {
        const all = new Map(
          (await real.read(asAnalyst(reading))).map(({ id, receivedAt }) => [id, receivedAt]),
        )
        const told = await real.read(reading)
        return told.map((report) => ({
          ...report,
          receivedAt: all.get(report.id) ?? report.receivedAt,
        }))
      },
    }),
  },
  'figures that were counted first and hidden later': {
    store: (real) => ({
      read: (reading) =>
        real.read({ ...reading, role: reading.vintage === null ? reading.role : 'analyst' }),
    }),
  },
  'revisions that are told before their time': {
    store: (real) => ({ revisions: (id, reading) => real.revisions(id, asAnalyst(reading)) }),
  },
  'reports asked for by id that are told before their time': {
    store: (real) => ({ newest: (ids, reading) => real.newest(ids, asAnalyst(reading)) }),
  },
  'a report that is withdrawn as soon as a secret follows it': {
    store: (real) => ({
      async read(reading) {
        const all = await real.read(asAnalyst(reading))
        const open = new Set(
          all.flatMap(({ id, sensitivity }) => (sensitivity === 'confidential' ? [] : id)),
        )
        return (await real.read(reading)).filter(({ id }) => open.has(id))
      },
    }),
  },
}

test.each(Object.entries(LEAKS))('the law does not hold over %s', async (_, leak) => {
  const { failure } = await tried(leak)
  expect(failure).toMatch(/^What is hidden changed the answer/)
})

test('the same parts without a leak do hold it', async () => {
  const { failure } = await tried({}, 40)
  expect(failure).toBeNull()
})
