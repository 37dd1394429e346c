import { beforeEach, expect, test } from 'vitest'
import { ROLE_HEADER, WhoAmI } from '#contract/session.ts'
import { TEST_NOW } from '#mocks/api-over.ts'
import { atTheDoor, cookieIn, OURS } from '#mocks/at-the-door.ts'
import { keyIn } from '#mocks/key-in.ts'
import { fixedAccess } from '#server/access/access.ts'

let now = TEST_NOW
let door = await atTheDoor(() => now)

beforeEach(async () => {
  now = TEST_NOW
  door = await atTheDoor(() => now)
})

test('whoever shows nothing is the public, and learns how to sign in', async () => {
  const response = await door.ask('GET')
  expect(WhoAmI.parse(await response.json())).toEqual({
    role: 'public',
    label: null,
    expiresAt: null,
    provider: null,
    keys: true,
  })
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  expect(response.headers.get(ROLE_HEADER)).toBeNull()
})

test('a key is traded for a session, and the session ended', async () => {
  const { text } = await keyIn(door.keys, { role: 'analyst', label: 'Desk' })
  const signedIn = await door.signIn(text)
  expect(signedIn.status).toBe(200)
  expect(WhoAmI.parse(await signedIn.json())).toMatchObject({ role: 'analyst', label: 'Desk' })
  const Cookie = cookieIn(signedIn)
  expect(Cookie).toMatch(/^jauge=[\w-]{43}$/)

  const asked = await door.ask('GET', { headers: { Cookie } })
  expect(WhoAmI.parse(await asked.json())).toMatchObject({ role: 'analyst', label: 'Desk' })
  expect(asked.headers.get(ROLE_HEADER)).toBe('analyst')

  const left = await door.ask('DELETE', { headers: { ...OURS, Cookie } })
  expect(left.status).toBe(204)
  expect(left.headers.get('Set-Cookie')).toMatch(/^jauge=; .*Max-Age=0$/)
  expect(await door.roleOf({ Cookie })).toBe('public')
  expect((await door.keys.audit(10)).map(({ action, by }) => `${by}: ${action}`)).toEqual([
    'Desk: signed-out',
    'Desk: signed-in',
    'test: key-made',
  ])
})

test('the cookie is out of reach for scripts, other sites and plain HTTP', async () => {
  const { text } = await keyIn(door.keys)
  const plain = (await door.signIn(text)).headers.get('Set-Cookie')
  expect(plain).toMatch(/^jauge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Expires=/)
  const secure = (
    await door.signIn(text, { isSecure: true, headers: { Origin: 'https://localhost' } })
  ).headers.get('Set-Cookie')
  expect(secure).toMatch(
    /^__Host-jauge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Expires=/,
  )
})

test('programs show the key itself, under whatever spelling of the header', async () => {
  const { text } = await keyIn(door.keys, { role: 'partner' })
  expect(await door.roleOf({ Authorization: `Bearer ${text}` })).toBe('partner')
  expect(await door.roleOf({ authorization: `bearer   ${text} ` })).toBe('partner')
  expect(await door.roleOf({ Authorization: 'Basic am91cm5hbDp4' })).toBe('public')
})

test('a session never outlasts a working day', async () => {
  const { text } = await keyIn(door.keys)
  const signedIn = await door.signIn(text)
  expect(WhoAmI.parse(await signedIn.json()).expiresAt).toBe('2026-11-23T00:00:00.000Z')
  const Cookie = cookieIn(signedIn)
  now = '2026-11-22T23:59:59.000Z'
  expect(await door.roleOf({ Cookie })).toBe('partner')
  now = '2026-11-23T00:00:00.000Z'
  expect(await door.roleOf({ Cookie })).toBe('public')
})

test('a key that expires takes its session with it', async () => {
  const { text } = await keyIn(door.keys, { expiresAt: '2026-11-22T13:00:00.000Z' })
  const signedIn = await door.signIn(text)
  expect(WhoAmI.parse(await signedIn.json()).expiresAt).toBe('2026-11-22T13:00:00.000Z')
  now = '2026-11-22T13:00:00.001Z'
  expect(await door.roleOf({ Cookie: cookieIn(signedIn) })).toBe('public')
  expect((await door.ask('GET', { headers: { Authorization: `Bearer ${text}` } })).status).toBe(401)
  expect((await door.signIn(text)).status).toBe(401)
})

test('a revoked key ends its sessions at once, and opens none', async () => {
  const { text, id } = await keyIn(door.keys)
  const Cookie = cookieIn(await door.signIn(text))
  await door.keys.revokeKey(id, 'test')
  expect(await door.roleOf({ Cookie })).toBe('public')
  expect((await door.signIn(text)).status).toBe(401)
})

test('nobody signs in where roles are given', async () => {
  door = await atTheDoor(
    () => now,
    fixedAccess(() => 'partner'),
  )
  expect(await door.roleOf({})).toBe('partner')
  const response = await door.signIn('jauge_x')
  expect(response.status).toBe(404)
  expect((await door.ask('DELETE', { headers: OURS })).status).toBe(204)
})
