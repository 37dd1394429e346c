import { expect, test } from 'vitest'
import { Problem } from '#contract/problem.ts'
import { API_BASE } from '#contract/route.ts'
import type { Route } from '#contract/route.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import { apiOver } from '#mocks/api-over.ts'
import { pattern } from './api.ts'
import { fixedAccess } from './access/access.ts'
import { createApi } from './app.ts'
import { draftOf } from './store/store-fixture.ts'

const { api, store, atlas } = await apiOver('record')

/** An address of each route that there is something at. */
const known = '/reports/' + (await firstReport())
const described = Object.values(ALL_ROUTES)
const routes = described
  .filter(({ method, page }) => method === 'get' && !page)
  .map((route) => ({ ...route, address: addressOf(route) }))
const addresses = routes.map(({ address }) => address)
const strict = routes.filter(({ lenient }) => !lenient).map(({ address }) => address)

function addressOf({ base, path, lenient }: Route): string {
  const filled = path
    .replace('/reports/{id}', known)
    .replace('{metrics}', 'wait')
    .replace('{chart}', 'arrivals')
  return `${base}${filled}${lenient ? `?url=${encodeURIComponent('http://localhost/embed/wait')}` : ''}`
}

async function firstReport(): Promise<string> {
  const answer = await api.request(`${API_BASE}/reports?limit=1`)
  const { reports } = (await answer.json()) as { reports: { id: string }[] }
  return reports[0]?.id ?? ''
}

test('every address the router reads is described, and every one described is read', () => {
  const mounted = api.routes
    .filter(({ method }) => ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'].includes(method))
    .map(({ method, path }) => `${method} ${path}`)
  expect(mounted.length).toBeGreaterThan(20)
  expect(mounted.toSorted()).toEqual(
    described.map((route) => `${route.method.toUpperCase()} ${pattern(route)}`).toSorted(),
  )
})

test.each(routes.filter(({ mediaType }) => mediaType !== 'image/png'))(
  '$path answers in its own form, to anyone, from anywhere',
  async ({ address, answer, mediaType }) => {
    const response = await api.request(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain(mediaType)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    expect(response.headers.get('X-Data-Mode')).toBe('live')
    const body = await response.text()
    const misfit = answer?.schema.safeParse(JSON.parse(body)).error
    expect(misfit).toBeUndefined()
  },
)

test.each(addresses)('%s can be asked about without its body', async (address) => {
  const response = await api.request(address, { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test.each(strict)('%s refuses a parameter it does not know, and names it', async (address) => {
  const response = await api.request(`${address}?wether=1&lang=en`)
  expect(response.status).toBe(400)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const { parameters } = Problem.parse(await response.json())
  expect(parameters).toEqual([{ name: 'wether', reason: 'there is no such parameter here' }])
})

test.each(addresses)('%s takes no method that it does not know', async (address) => {
  const response = await api.request(address, { method: 'PUT' })
  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toMatch(/^GET, HEAD, OPTIONS(, POST)?(, DELETE)?$/)
  const { detail } = Problem.parse(await response.json())
  expect(detail).toContain(response.headers.get('Allow'))
})

test.each(strict)('%s refuses a reader who takes none of its formats', async (address) => {
  const response = await api.request(address, { headers: { Accept: 'font/woff2' } })
  expect(response.status).toBe(406)
})

test.each(['*/*', 'text/html,application/json;q=0.5', 'application/*', ''])(
  'a reader who accepts "%s" gets JSON',
  async (accept) => {
    const response = await api.request(`${API_BASE}/health`, { headers: { Accept: accept } })
    expect(response.status).toBe(200)
  },
)

test.each(['/nothing', '/situation/', '/series', '/reports/', '/series/wait.xml/..'])(
  'nothing is at %s, and that is said as a problem',
  async (path) => {
    const response = await api.request(API_BASE + path)
    expect([400, 404]).toContain(response.status)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('X-Data-Mode')).toBe('live')
  },
)

test('a page elsewhere may ask beforehand what it may do', async () => {
  const response = await api.request(`${API_BASE}/situation`, { method: 'OPTIONS' })
  expect(response.status).toBe(204)
  expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS')
})

test('an error of ours is told to whoever keeps the server, and its details to nobody else', async () => {
  const told: Error[] = []
  const broken = { ...store, version: () => Promise.reject(new Error('password in a message')) }
  const failing = createApi({
    store: broken,
    atlas,
    access: fixedAccess(() => 'public'),
    dataMode: 'live',
    now: () => '2026-11-22T12:00:00.000Z',
    report: (error) => told.push(error),
  })
  const response = await failing.request(`${API_BASE}/situation`)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('password')
  expect(told.map(({ message }) => message)).toEqual(['password in a message'])
})

test('a server whose database does not answer is not ready', async () => {
  const broken = { ...store, ping: () => Promise.reject(new Error('gone')) }
  const parts = {
    atlas,
    access: fixedAccess(() => 'public'),
    dataMode: 'live' as const,
    now: () => '2026-11-22T12:00:00.000Z',
  }
  const response = await createApi({ ...parts, store: broken }).request(`${API_BASE}/ready`)
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ status: 'not-ready', reports: null })
})

test.each(addresses)('%s tells the public nothing of a report it may not see', async (address) => {
  const hidden = draftOf(1, { sensitivity: 'confidential', observedAt: '2026-03-20T00:00:00.000Z' })
  const { api: withSecret, store: secretive } = await apiOver('record')
  await secretive.append([hidden])
  const one = await api.request(address)
  const other = await withSecret.request(address)
  expect([...other.headers]).toEqual([...one.headers])
  expect(await other.text()).toBe(await one.text())
})

test('the same secret is there for an analyst, so the test above looks at something', async () => {
  const { api: trusted, store: secretive } = await apiOver('record', { role: 'analyst' })
  const before = await (await trusted.request(`${API_BASE}/reports`)).text()
  await secretive.append([draftOf(1, { sensitivity: 'confidential' })])
  expect(await (await trusted.request(`${API_BASE}/reports`)).text()).not.toBe(before)
})
