import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { API_BASE } from '#contract/route.ts'
import { WhoAmI } from '#contract/session.ts'
import { apiOver, TEST_NOW } from '#mocks/api-over.ts'
import { handedIn } from '#mocks/handed-in.ts'
import { rememberOrigin } from '#server/public-address.ts'
import { identityProvider, signInThere } from './identity-provider-for-tests.ts'
import type { IdentityProvider } from './identity-provider-for-tests.ts'
import { makeLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import { memoryAccess } from './memory-access.ts'
import { openIdProvider } from './openid-provider.ts'
import type { OpenIdSettings } from './openid-provider.ts'
import { storedAccess } from './stored-access.ts'

const SITE = 'https://fuel.example.org'
const PEOPLE = {
  awa: { preferred_username: 'awa', groups: ['readers', 'fuel-desk', 'fuel-partners'] },
  guest: { preferred_username: 'guest', groups: ['readers'] },
  nobody: {},
  deep: { preferred_username: 'deep\u202e', realm_access: { roles: ['fuel-admin'] } },
}

let there: IdentityProvider
beforeAll(async () => {
  there = await identityProvider(PEOPLE, `${SITE}/sign-in/provider/return`)
})
afterAll(() => there.stop())

const keys = memoryAccess({ now: () => TEST_NOW })
let api: Awaited<ReturnType<typeof apiOver>>['api']

beforeEach(async () => {
  api = await deployment({})
})

async function deployment(
  change: Partial<OpenIdSettings>,
  report?: (error: Error) => void,
  limits?: Limits,
) {
  const provider = openIdProvider({
    issuer: there.issuer,
    clientId: 'jauge',
    clientSecret: 'a secret of the tests, and of nothing else',
    scope: 'openid profile',
    roleClaim: 'groups',
    roles: new Map([
      ['fuel-partners', 'partner'],
      ['fuel-desk', 'analyst'],
      ['fuel-admin', 'admin'],
    ]),
    name: 'Newsroom',
    ...change,
  })
  const access = storedAccess({
    store: keys,
    now: () => TEST_NOW,
    provider,
    pauseMs: 0,
    ...(limits && { limits }),
  })
  return (await apiOver([], { access, ...(report && { report }) })).api
}

function get(path: string | URL, Cookie = '', change: RequestInit = {}) {
  const request = new Request(new URL(path, SITE), { headers: { Cookie }, ...change })
  rememberOrigin(request, SITE)
  return api.fetch(request)
}

const cookiesIn = (response: Response) =>
  response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')

/** From the sign-in screen to the return from the provider, by one browser. */
async function begin() {
  const sent = await get('/sign-in/provider')
  const [cookie = ''] = cookiesIn(sent)
  return { sent, cookie, to: new URL(sent.headers.get('Location') ?? '') }
}

async function signInAs(name: string) {
  const { cookie, to } = await begin()
  return get(await signInThere(to, name), cookie)
}

async function whoIs(response: Response) {
  const session = cookiesIn(response).find((each) => each.startsWith('__Host-jauge=')) ?? ''
  return WhoAmI.parse(await (await get(`${API_BASE}/session`, session)).json())
}

test('the browser is sent there with a challenge, and remembers what it has to bring back', async () => {
  const { sent, to } = await begin()
  expect(sent.status).toBe(303)
  expect(sent.headers.get('Cache-Control')).toBe('private, no-store')
  expect(to.origin).toBe(there.issuer)
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${SITE}/sign-in/provider/return`,
  })
  const [line = ''] = sent.headers.getSetCookie()
  expect(line).toMatch(/^__Host-jauge-attempt=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; /)
  const secrets = (line.split(';')[0] ?? '').split('=')[1]?.split('.') ?? []
  expect(secrets).toHaveLength(3)
  // The verifier stays here; the rest goes along.
  expect(to.href).not.toContain(secrets[2])
})

test('whoever comes back with a role has a session, and goes on from a page of ours', async () => {
  const response = await signInAs('awa')
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  expect(await response.clone().text()).toContain('http-equiv="refresh" content="0; url=/sign-in"')
  expect(response.headers.getSetCookie().join('\n')).toMatch(
    /^__Host-jauge-attempt=; .*Max-Age=0\n__Host-jauge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; /,
  )
  const who = await whoIs(response)
  expect(who).toMatchObject({ role: 'analyst', provider: 'Newsroom', keys: true })
  expect(who.label).toMatch(/^awa #[0-9a-f]{8}$/)
  const [entry] = await keys.audit(1)
  expect(entry).toMatchObject({
    by: who.label,
    action: 'signed-in',
    about: 'analyst, identity provider',
  })
})

test.each(['guest', 'nobody'])('%s has no role here and gets in nowhere', async (name) => {
  const response = await signInAs(name)
  expect(response.status).toBe(403)
  expect(await response.clone().text()).toContain('Pas d’accès ici')
  expect((await whoIs(response)).role).toBe('public')
  const [entry] = await keys.audit(1)
  expect(entry).toMatchObject({ action: 'sign-in-refused', about: 'identity provider, no role' })
})

test('a role may stand deep in what the provider says', async () => {
  api = await deployment({ roleClaim: 'realm_access.roles' })
  const who = await whoIs(await signInAs('deep'))
  expect(who.role).toBe('admin')
  expect(who.label).toMatch(/^deep #/)
})

test('an answer that another browser asked for opens nothing', async () => {
  const { to } = await begin()
  const back = await signInThere(to, 'awa')
  const { cookie: other } = await begin()
  for (const cookie of [
    '',
    other,
    '__Host-jauge-attempt=x',
    'jauge-attempt=' + other.split('=')[1],
  ]) {
    const response = await get(back, cookie)
    expect(response.status).toBe(403)
    expect(cookiesIn(response).join()).not.toContain('__Host-jauge=')
  }
})

test('an answer opens one session and no second', async () => {
  const { cookie, to } = await begin()
  const back = await signInThere(to, 'awa')
  expect((await get(back, cookie)).status).toBe(200)
  expect((await get(back, cookie)).status).toBe(403)
})

test.each(['?', '?error=access_denied&state=x', '?code=x', '?code=x&state=y', '?state=%00'])(
  'what did not come from the provider opens nothing: %s',
  async (search) => {
    const { cookie } = await begin()
    const response = await get(`/sign-in/provider/return${search}`, cookie)
    expect(response.status).toBe(403)
    expect(cookiesIn(response)).toEqual(['__Host-jauge-attempt='])
  },
)

test('a session that is vouched for ends like any other', async () => {
  const session = cookiesIn(await signInAs('awa')).at(-1) ?? ''
  const headers = { Cookie: session, Origin: SITE }
  expect((await get(`${API_BASE}/session`, '', { method: 'DELETE', headers })).status).toBe(204)
  expect(WhoAmI.parse(await (await get(`${API_BASE}/session`, session)).json()).role).toBe('public')
})

test('a person’s name is not made a source: it has to be said', async () => {
  const session = cookiesIn(await signInAs('awa')).at(-1) ?? ''
  const response = await get(`${API_BASE}/reports`, '', {
    method: 'POST',
    headers: { Cookie: session, Origin: SITE, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [{ ...handedIn(1), source: undefined }] }),
  })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('reports[0].source')
})

test('a provider that is away is said to be, and keys go on', async () => {
  const told: Error[] = []
  api = await deployment({ issuer: 'http://127.0.0.1:9' }, (error) => told.push(error))
  const response = await get('/sign-in/provider')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('Service de connexion injoignable')
  expect(told).toHaveLength(1)
})

test('what is said after the return looks like Jauge: its style is the one that the policy names', async () => {
  const response = await get('/sign-in/provider/return')
  const [, style = ''] = /<style>([^]*)<\/style>/.exec(await response.text()) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(response.headers.get('Content-Security-Policy')).toContain(`style-src 'sha256-${hash}';`)
})

test('whoever fails too often is told, in words, when to come back', async () => {
  api = await deployment({}, undefined, makeLimits())
  for (let tries = 0; tries < 10; tries += 1) await get('/sign-in/provider/return')
  const last = await get('/sign-in/provider/return')
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await last.text()).toMatch(/<h1>Trop de tentatives<\/h1>.*Réessayez dans \d+ secondes/)
})

test('where there is none, nothing is there', async () => {
  api = (await apiOver([])).api
  expect((await get('/sign-in/provider')).status).toBe(404)
  expect((await get('/sign-in/provider/return?code=x')).status).toBe(404)
})
