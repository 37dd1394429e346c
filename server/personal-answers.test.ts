import { expect, test } from 'vitest'
import { API_BASE } from '#contract/route.ts'
import type { Route } from '#contract/route.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import { ROLE_HEADER } from '#contract/session.ts'
import { apiOver, TEST_NOW } from '#mocks/api-over.ts'
import { keyIn } from '#mocks/key-in.ts'
import { memoryAccess } from './access/memory-access.ts'
import { storedAccess } from './access/stored-access.ts'

const keys = memoryAccess({ now: () => TEST_NOW })
const access = storedAccess({ store: keys, now: () => TEST_NOW, pauseMs: 0 })
const { api } = await apiOver('record', { access })
const { text: partner } = await keyIn(keys, { role: 'partner' })
const { text: admin } = await keyIn(keys, { role: 'admin' })
const signedIn = await api.request(`${API_BASE}/session`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
  body: JSON.stringify({ key: partner }),
})
const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''

const routes = Object.values(ALL_ROUTES)
const reading = routes.filter(({ method }) => method === 'get')

function addressOf({ base, path }: Route): string {
  const filled = path
    .replace('{metrics}', 'wait')
    .replace('{chart}', 'arrivals')
    .replace('{id}', '00000000-0000-4000-8000-000000000000')
  return `${base}${filled}`
}

const shown: [string, Record<string, string>][] = [
  ['a key', { Authorization: `Bearer ${partner}` }],
  ['an administrator’s key', { authorization: `bearer ${admin}` }],
  ['a key that opens nothing', { Authorization: 'Bearer jauge' }],
  ['a password for a proxy', { Authorization: 'Basic eDp5' }],
  ['an empty header', { Authorization: '' }],
  ['a session', { Cookie: cookie }],
  ['a session that is over', { Cookie: `jauge=${'A'.repeat(43)}` }],
  ['a cookie of the other name', { Cookie: '__Host-jauge=x' }],
  ['a cookie among others', { Cookie: `a=b; ${cookie}; c=d` }],
]

/** What a shared cache may do with an answer, as far as its headers tell. */
function said({ headers }: Response) {
  return {
    caching: headers.get('Cache-Control'),
    tag: headers.get('ETag'),
    elsewhere: headers.get('Access-Control-Allow-Origin'),
    vary: ['Authorization', 'Cookie'].filter((each) => headers.get('Vary')?.includes(each)),
  }
}

const FOR_ONE = {
  caching: 'private, no-store',
  tag: null,
  elsewhere: null,
  vary: ['Authorization', 'Cookie'],
}

test.each(shown)(
  'whoever shows %s is told nothing that a cache keeps, at any address',
  async (_, headers) => {
    expect(reading.length).toBeGreaterThan(20)
    for (const route of reading) {
      for (const search of ['', '?nonsense=1', '?lang=en']) {
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT']) {
          const response = await api.request(addressOf(route) + search, {
            method,
            headers: { ...headers, 'If-None-Match': '*' },
          })
          expect(response.status).not.toBe(304)
          expect(said(response)).toEqual(FOR_ONE)
        }
      }
    }
  },
)

test('an address that does not exist is no exception', async () => {
  for (const [, headers] of shown) {
    expect(said(await api.request('/nothing/here', { headers }))).toEqual(FOR_ONE)
  }
})

test('the role is said to whoever has one, and of the public nothing is said', async () => {
  for (const route of reading) {
    const told = async (headers: Record<string, string>) =>
      (await api.request(addressOf(route), { headers })).headers.get(ROLE_HEADER)
    const isForAll = route.asPublic ?? false
    expect(await told({ Cookie: cookie })).toBe(isForAll ? null : 'partner')
    expect(await told({ Authorization: `Bearer ${admin}` })).toBe(isForAll ? null : 'admin')
    expect(await told({})).toBeNull()
    expect(await told({ Cookie: 'jauge=x' })).toBeNull()
  }
})

test('what changes something is told to one alone, whoever asks', async () => {
  const writing = routes.filter(({ method }) => method !== 'get')
  expect(writing.length).toBeGreaterThan(3)
  for (const route of writing) {
    for (const headers of [{}, { Cookie: cookie }, { Authorization: `Bearer ${partner}` }]) {
      const response = await api.request(addressOf(route), {
        method: route.method.toUpperCase(),
        headers,
      })
      expect(said(response)).toEqual(FOR_ONE)
    }
  }
})

test('what the public is told may be kept, so the tests above look at something', async () => {
  const answer = said(await api.request(`${API_BASE}/situation`))
  expect(answer.caching).toContain('public')
  expect(answer.tag).not.toBeNull()
  expect(answer.elsewhere).toBe('*')
})
