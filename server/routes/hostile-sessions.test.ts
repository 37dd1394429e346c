import { beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '#contract/problem.ts'
import { WhoAmI } from '#contract/session.ts'
import { TEST_NOW } from '#mocks/api-over.ts'
import { atTheDoor, cookieIn, OURS } from '#mocks/at-the-door.ts'
import { keyIn } from '#mocks/key-in.ts'

let now = TEST_NOW
let door = await atTheDoor(() => now)

beforeEach(async () => {
  now = TEST_NOW
  door = await atTheDoor(() => now)
})

test('behind TLS a cookie without the prefix is nobody’s', async () => {
  const { text } = await keyIn(door.keys)
  const Cookie = cookieIn(await door.signIn(text))
  const response = await door.ask('GET', { headers: { Cookie }, isSecure: true })
  expect(WhoAmI.parse(await response.json()).role).toBe('public')
})

test.each(['Bearer', 'Bearer ', 'Bearer x', 'Bearer jauge_aaaaaaaaaaaa_' + 'a'.repeat(43)])(
  'a token that does not count is refused: %s',
  async (Authorization) => {
    const response = await door.ask('GET', { headers: { Authorization } })
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  },
)

test('a bearer token that does not count is refused although the cookie would count', async () => {
  const { text } = await keyIn(door.keys)
  const Cookie = cookieIn(await door.signIn(text))
  const response = await door.ask('GET', { headers: { Cookie, Authorization: 'Bearer no' } })
  expect(response.status).toBe(401)
})

test('signing in gives another cookie than the one that came, and ends that session', async () => {
  const { text } = await keyIn(door.keys, { label: 'Planted' })
  const planted = cookieIn(await door.signIn(text))
  const own = await keyIn(door.keys, { role: 'admin', label: 'Victim' })
  const signedIn = await door.signIn(own.text, { headers: { Cookie: planted } })
  expect(cookieIn(signedIn)).not.toBe(planted)
  expect(await door.roleOf({ Cookie: planted })).toBe('public')
  const made = await door.signIn(own.text, { headers: { Cookie: `jauge=${'A'.repeat(43)}` } })
  expect(cookieIn(made)).not.toContain('AAAAAAAA')
})

test.each([
  ['another deployment’s', `jauge=${'B'.repeat(43)}`],
  ['an empty one', 'jauge='],
  ['one of a megabyte', `jauge=${'x'.repeat(1_000_000)}`],
  ['what is no text', 'jauge=%00%ff'],
])('a cookie that does not count makes the public: %s', async (_, Cookie) => {
  const response = await door.ask('GET', { headers: { Cookie } })
  expect(response.status).toBe(200)
  expect(WhoAmI.parse(await response.json()).role).toBe('public')
})

test('of two session cookies neither counts: one of them was planted', async () => {
  const { text } = await keyIn(door.keys)
  const Cookie = cookieIn(await door.signIn(text))
  expect(await door.roleOf({ Cookie: `${Cookie}; jauge=${'C'.repeat(43)}` })).toBe('public')
  expect(await door.roleOf({ Cookie: `jauge=${'C'.repeat(43)}; ${Cookie}` })).toBe('public')
  expect(await door.roleOf({ Cookie: `other=1; ${Cookie}; jauge-x=2` })).toBe('partner')
})

test.each([
  {},
  { Origin: 'https://elsewhere.example' },
  { Origin: 'null' },
  { Origin: 'http://localhost:81' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost' },
])('nobody is signed in or out from another site: %o', async (headers) => {
  const { text } = await keyIn(door.keys)
  const json = { 'Content-Type': 'application/json' }
  const refused = await door.ask('POST', {
    headers: { ...json, ...headers },
    body: JSON.stringify({ key: text }),
  })
  expect(refused.status).toBe(403)
  expect(refused.headers.get('Set-Cookie')).toBeNull()
  const Cookie = cookieIn(await door.signIn(text))
  expect((await door.ask('DELETE', { headers: { ...headers, Cookie } })).status).toBe(403)
  expect(await door.roleOf({ Cookie })).toBe('partner')
})

test('what the browser itself says of a page of ours is believed', async () => {
  const { text } = await keyIn(door.keys)
  const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://misread.example' }
  expect((await door.signIn(text, { headers })).status).toBe(200)
})

test.each([
  ['text/plain', '{"key":"x"}', 415],
  ['application/x-www-form-urlencoded', 'key=x', 415],
  ['application/json', '{', 400],
  ['application/json', '', 400],
  ['application/json', '[]', 400],
  ['application/json', '{"key":1}', 400],
  ['application/json', '{"key":""}', 400],
  ['application/json', '{"key":"x","role":"admin"}', 400],
  ['application/json', JSON.stringify({ key: 'x'.repeat(201) }), 400],
  ['application/json', JSON.stringify({ key: 'x'.repeat(100_000) }), 413],
  ['application/json; charset=utf-8', '{"key":"x"}', 401],
])('a sign-in of %s that reads %.20s is answered %i', async (type, body, status) => {
  const response = await door.ask('POST', {
    headers: { ...OURS, 'Content-Type': type },
    body: body,
  })
  expect(response.status).toBe(status)
  expect(Problem.parse(await response.json()).status).toBe(status)
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
})

test('unknown, mistyped, expired and revoked keys are told apart by nobody', async () => {
  const expired = await keyIn(door.keys, { expiresAt: '2026-11-01T00:00:00.000Z' })
  const revoked = await keyIn(door.keys)
  await door.keys.revokeKey(revoked.id, 'test')
  const standing = await keyIn(door.keys)
  const mistyped = standing.text.slice(0, -1) + (standing.text.endsWith('A') ? 'B' : 'A')
  const answers = await Promise.all(
    [expired.text, revoked.text, mistyped, 'jauge'].map(async (key) => {
      const response = await door.signIn(key)
      return [response.status, [...response.headers], await response.text()]
    }),
  )
  expect(answers[0]?.[0]).toBe(401)
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('what was typed is not in the log, and neither is a key', async () => {
  const { text, id } = await keyIn(door.keys)
  await door.signIn('my password for something else')
  await door.signIn(text.slice(0, -3) + 'xyz')
  await door.signIn(text)
  const log = JSON.stringify(await door.keys.audit(10))
  expect(log).toContain('sign-in-refused')
  expect(log).toContain(id)
  expect(log).not.toContain('password')
  expect(log).not.toContain(text.slice(20, 50))
})

test('who keeps failing has to wait, and others at another address do not', async () => {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
  const { text } = await keyIn(door.keys)
  const statuses = await Promise.all(
    Array.from(
      { length: 12 },
      async () => (await door.signIn('no', { client: '192.0.2.1' })).status,
    ),
  )
  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
  const late = await door.signIn(text, { client: '192.0.2.1' })
  expect(late.status).toBe(429)
  expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await door.signIn(text, { client: '192.0.2.2' })).status).toBe(200)
  vi.advanceTimersByTime(61_000)
  expect((await door.signIn(text, { client: '192.0.2.1' })).status).toBe(200)
  vi.useRealTimers()
})

test('a key that counts is read at any rate, also beside a program that shows a dead one', async () => {
  const { text } = await keyIn(door.keys)
  const asked = (token: string) =>
    door.ask('GET', { headers: { Authorization: `Bearer ${token}` } })
  const dead = await Promise.all(Array.from({ length: 15 }, async () => (await asked('no')).status))
  expect(dead.filter((status) => status === 429)).toHaveLength(5)
  expect((await asked(text)).status).toBe(200)
  // One entry an hour says it all.
  expect(
    (await door.keys.audit(50)).filter(({ action }) => action === 'sign-in-refused'),
  ).toHaveLength(1)
})

test('a new invented key with each request fills no log: nothing of it can ever be removed', async () => {
  for (let n = 0; n < 40; n += 1) {
    const id = `invented${String(n).padStart(4, '0')}`
    await door.ask('GET', { headers: { Authorization: `Bearer jauge_${id}_${'a'.repeat(43)}` } })
  }
  expect(await door.keys.audit(100)).toHaveLength(10)
})

test('HEAD and OPTIONS sign nobody in or out', async () => {
  const { text } = await keyIn(door.keys)
  const Cookie = cookieIn(await door.signIn(text))
  const head = await door.ask('HEAD', { headers: { Cookie } })
  expect(head.status).toBe(200)
  expect(head.headers.get('Cache-Control')).toBe('private, no-store')
  const options = await door.ask('OPTIONS', { headers: { Origin: 'https://elsewhere.example' } })
  expect(options.headers.get('Allow')).toBe('GET, HEAD, OPTIONS, POST, DELETE')
  expect(options.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS')
  expect(options.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  expect(options.headers.get('Access-Control-Allow-Headers')).toBeNull()
  expect(await door.roleOf({ Cookie })).toBe('partner')
})
