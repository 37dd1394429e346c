import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Server } from 'node:http'
import { ALL_ROUTES } from '#contract/routes.ts'
import { apiOn, recordDrafts, testAtlas, TEST_NOW } from '#mocks/api-over.ts'
import { makeKey } from './access/key.ts'
import { memoryAccess } from './access/memory-access.ts'
import { storedAccess } from './access/stored-access.ts'
import { addressOf, close, LIMITS, listen } from './http-server.ts'
import { makeLog } from './log.ts'
import { ask, difference } from './answers-for-tests.ts'
import type { Asking } from './answers-for-tests.ts'
import { NGINX, startNginx } from './nginx-for-tests.ts'
import type { TestNginx } from './nginx-for-tests.ts'
import { bareSites } from './noninterference/site-for-tests.ts'
import { PRODUCT_PARTS } from './store/copies.ts'
import { memoryStore } from './store/memory.ts'
import type { Draft, ReportStore } from './store/store.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

/** Stands in every report that the public may not see, and in what those who may are told of it. */
const MARK = 'zibeline'
const HIDDEN_ID = '00000000-0000-4000-8000-0000000000aa'

const now = () => TEST_NOW
const listening = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'https://jauge.example',
  trustProxy: ['loopback'],
}

/** What may be done to an answer on its way out, to see whether it is found. */
let spoil: (response: Response, request: Request) => Response = (response) => response
let key: string
let bodies = { open: [] as Draft[], hidden: [] as Draft[] }
let sites: Awaited<ReturnType<typeof bareSites>>
const servers: Server[] = []

async function deployment(drafts: readonly Draft[]) {
  const store = memoryStore({ ...PRODUCT_PARTS, now: () => '2026-11-20T08:00:00.000Z' })
  await store.append(drafts)
  const kept = memoryAccess({ now })
  const { text, id, digest } = await makeKey()
  await kept.addKey({ id, digest, label: 'Desk', role: 'analyst', expiresAt: null }, 'test')
  const api = await apiOn(store, { access: storedAccess({ store: kept, now }), now })
  const site = await sites.over(api)
  const fetch = async (request: Request) => spoil(await site.fetch(request), request)
  const log = makeLog({ write: () => {} })
  const server = await listen({ settings: listening, app: { fetch }, log, limits: LIMITS })
  servers.push(server)
  return { store, key: text, port: Number(new URL(addressOf(server, '127.0.0.1')).port) }
}

/** With reports that the public may not see, and as if there had never been any. */
let secretive: { store: ReportStore; port: number }
let plain: { store: ReportStore; port: number }

beforeAll(async () => {
  const record = await recordDrafts()
  const open = record.filter((_, n) => n % 6 === 0)
  const hidden = open.slice(0, 30).map((draft, n): Draft => ({
    ...draft,
    id: HIDDEN_ID.slice(0, -2) + (n + 10),
    source: { name: `${MARK} source`, kind: 'partner', url: null, publishedOn: null },
    sensitivity: 'confidential',
    note: `${MARK} note`,
    event: null,
  }))
  bodies = { open, hidden }
  sites = await bareSites(await testAtlas())
  const full = await deployment([...open, ...hidden])
  key = full.key
  secretive = full
  plain = await deployment(open)
})
afterAll(async () => {
  for (const server of servers) await close(server, LIMITS)
  await sites.remove()
})

/** Every address that can be read, as the router has them: a new one is among them without anybody's doing. */
function addresses(): string[] {
  const parts: Record<string, string[]> = {
    metrics: ['arrivals,prices,wait,losses'],
    chart: ['arrivals', 'corridors'],
    id: [bodies.open[0]?.id ?? '', bodies.hidden[0]?.id ?? '', HIDDEN_ID.replace('aa', 'bb')],
  }
  const paths = Object.values(ALL_ROUTES).flatMap(({ method, base, path, query }) => {
    if (method !== 'get') return []
    const name = /\{(\w+)\}/.exec(path)?.[1]
    const values = name === undefined ? [''] : parts[name]
    if (values === undefined) throw new Error(`Say what stands in {${name}} of ${path}.`)
    const searches = ['']
    if ('url' in query.shape) searches[0] = '?url=https://jauge.example/embed/arrivals'
    if ('at' in query.shape && name !== 'chart') searches.push('?lang=en&at=2026-01-18')
    if ('vintage' in query.shape) searches.push('?vintage=2026-11-21T00:00:00.000Z')
    return values.flatMap((value) =>
      searches.map((search) => base + path.replace(`{${name}}`, value) + search),
    )
  })
  return [...paths, '/', '/?lang=en', '/method', '/embed', '/nothing']
}

/** A browser's sign-in, through the cache like everything else. */
async function signedIn(nginx: TestNginx): Promise<string> {
  const { headers } = await nginx.get('/api/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ key }),
  })
  const [cookie = ''] = headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^__Host-jauge=.*Secure/)
  return cookie.split(';')[0] ?? ''
}

/**
 * Reads everything as those who may see more and then as the public, cold and warm, and gives what is not as it must be:
 * an answer to somebody alone that may be kept, and one to everybody that is not that of a deployment without secrets.
 */
async function findings(nginx: TestNginx, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const cookie = await signedIn(nginx)
  const people: Record<string, Asking> = {
    'a key': { headers: { Authorization: `Bearer ${key}` } },
    'a cookie': { headers: { Cookie: `theme=dark; ${cookie}` } },
    'a key, the head alone': { method: 'HEAD', headers: { Authorization: `Bearer ${key}` } },
    'a cookie, a part': { headers: { Cookie: cookie, Range: 'bytes=0-99' } },
  }
  let told = 0
  for (const round of ['cold', 'warm']) {
    for (const path of paths) {
      let theirs = ''
      for (const [who, asking] of Object.entries(people)) {
        const got = await nginx.get(path, asking)
        const { headers, body } = got
        if (!headers['cache-control']?.includes('no-store')) {
          // What everybody is told may come from the cache to somebody too.
          const { Authorization: _key, Cookie: _cookie, ...bare } = asking.headers ?? {}
          const publics = await ask({ port: plain.port }, path, { ...asking, headers: bare })
          if (difference(got, publics) !== null)
            found.push(`${path} may be kept when shown to ${who}: ${headers['cache-control']}`)
        }
        if (body.includes(MARK)) told += 1
        theirs = headers.etag ?? theirs
      }
      const tag = (await ask({ port: plain.port }, path)).headers.etag
      const everybody: Asking[] = [
        {},
        { headers: { 'Accept-Encoding': 'gzip' } },
        { headers: { 'Accept-Encoding': 'br' } },
        { method: 'HEAD' },
        { headers: { Range: 'bytes=0-99' } },
        { headers: { 'If-None-Match': tag ?? 'W/"none"' } },
        { headers: { 'If-None-Match': theirs || 'W/"guess"' } },
        { headers: { Cookie: 'theme=dark', 'Accept-Language': 'en' } },
      ]
      for (const asking of everybody) {
        const got = await nginx.get(path, asking)
        const other = difference(got, await ask({ port: plain.port }, path, asking))
        if (other !== null) found.push(`${round} ${path} ${JSON.stringify(asking)}: ${other}`)
      }
    }
  }
  for (const file of await nginx.kept())
    if (file.includes(MARK)) found.push(`the cache holds ${/KEY: .*/.exec(file)?.[0]}`)
  expect(told).toBeGreaterThan(5)
  return found
}

test.runIf(process.env['CI'])('in CI there is an nginx to test with', () => {
  expect(NGINX).toBeDefined()
})

/** Without what keeps people who show something out of the cache: the answers’ own headers must do it alone. */
const unguarded = (text: string) => text.replaceAll(/proxy_(cache_bypass|no_cache) .*;/g, '')

describe.skipIf(NGINX === undefined)('a shared cache in front', () => {
  let nginx: TestNginx | null = null
  async function start(change?: (text: string) => string): Promise<TestNginx> {
    await nginx?.stop()
    nginx = await startNginx(NGINX ?? '', secretive.port, change)
    return nginx
  }
  afterAll(() => nginx?.stop())

  test.each([
    { how: 'as deploy/nginx.conf is', change: (text: string) => text },
    { how: 'by the headers of the answers alone', change: unguarded },
  ])('gives the public nothing but what is the public’s, $how', async ({ change }) => {
    const cache = await start(change)
    expect(await findings(cache, addresses())).toEqual([])
    const { HIT = 0, MISS = 0 } = await cache.log()
    expect(Math.min(HIT, MISS)).toBeGreaterThan(100)
  })

  test('asks again for what is old by its tag, and gives the public the public’s', async () => {
    // A second instead of half a minute, so that the test need not wait so long.
    spoil = (response) => {
      const kept = response.headers.get('Cache-Control')
      if (kept?.startsWith('public')) response.headers.set('Cache-Control', 'public, max-age=1')
      return response
    }
    const cache = await start()
    const paths = addresses().filter((path) => path.startsWith('/api/v1/'))
    await findings(cache, paths)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await findings(cache, paths)).toEqual([])
    expect((await cache.log())['REVALIDATED']).toBeGreaterThan(20)
    spoil = (response) => response
  })

  test.each([
    { leak: 'an answer to one reader that says it is for all', drop: ['Vary'] },
    { leak: 'the same, kept apart by Vary: it lies on the cache’s disk', drop: [] },
  ])('a leak is found: $leak', async ({ drop }) => {
    spoil = (response, request) => {
      if (!request.headers.has('Authorization') && !request.headers.has('Cookie')) return response
      response.headers.set('Cache-Control', 'public, max-age=30')
      for (const name of drop) response.headers.delete(name)
      return response
    }
    const found = await findings(await start(unguarded), ['/api/v1/reports', '/api/v1/situation'])
    spoil = (response) => response
    expect(found.join('\n')).toContain('may be kept')
    expect(found.join('\n')).toContain(drop.length > 0 ? 'another body' : 'the cache holds')
  })

  test('holds a purged report no longer than it says, and not at all once it is emptied', async () => {
    const cache = await start()
    const report = `/api/v1/reports/${bodies.open[1]?.id}`
    const before = await cache.get(report)
    expect(before.status).toBe(200)
    for (const { store } of [secretive, plain]) await store.purge(bodies.open[1]?.id ?? '', 'test')
    expect((await cache.get(report)).body).toEqual(before.body)
    const readme = await readFile('README.md', 'utf8')
    const command = /find \/var\/cache\/nginx\S* -type f -delete/.exec(readme)?.[0]
    await cache.shell(command ?? 'README.md says no more how the cache is emptied')
    expect((await cache.get(report)).status).toBe(404)
    expect(await findings(cache, ['/api/v1/reports', report])).toEqual([])
  })
})
