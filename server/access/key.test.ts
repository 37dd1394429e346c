import { expect, test } from 'vitest'
import { makeKey, parseKey, verifyKey } from './key.ts'
import { memoryAccess } from './memory-access.ts'

let now = '2026-01-10T12:00:00.000Z'
const LATER = '2026-01-11T12:00:00.000Z'

async function kept(expiresAt: string | null = null) {
  const access = memoryAccess({ now: () => now })
  const { text, id, digest } = await makeKey()
  await access.addKey({ id, digest, label: 'Awa', role: 'analyst', expiresAt }, 'command line')
  return { access, text, id }
}

test('a key opens what it was made for, and is never the same twice', async () => {
  const { access, text, id } = await kept()
  expect(text).toMatch(/^jauge_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/)
  const key = await verifyKey(text, { access, now })
  expect(key).toMatchObject({ id, label: 'Awa', role: 'analyst' })
  expect(JSON.stringify(key)).not.toContain('digest')
  const texts = await Promise.all(Array.from({ length: 500 }, async () => (await makeKey()).text))
  expect(new Set(texts).size).toBe(500)
  for (const each of texts) expect(parseKey(each)).not.toBeNull()
})

test('nothing that is kept holds the secret', async () => {
  const { access, text, id } = await kept()
  const all = JSON.stringify([await access.keyOf(id), await access.keys(), await access.audit(9)])
  expect(all).not.toContain(parseKey(text)?.secret)
})

test('blanks around a pasted key do no harm', async () => {
  const { access, text } = await kept()
  expect(await verifyKey(` ${text}\n`, { access, now })).not.toBeNull()
})

test('one letter off, another key’s secret, or no key at all opens nothing', async () => {
  const { access, text, id } = await kept()
  const { secret } = parseKey((await makeKey()).text) ?? { secret: '' }
  const swapped = text.endsWith('A') ? 'B' : 'A'
  const wrong = [
    text.slice(0, -1) + swapped,
    `jauge_${id}_${secret}`,
    (await makeKey()).text,
    text.toUpperCase(),
    `${text}a`,
    text.slice(0, -1),
    '',
    'jauge__',
  ]
  for (const each of wrong) expect(await verifyKey(each, { access, now })).toBeNull()
})

test('a key that has expired or was revoked opens nothing', async () => {
  const expiring = await kept(LATER)
  const revoked = await kept()
  expect(await verifyKey(expiring.text, { access: expiring.access, now })).not.toBeNull()
  await revoked.access.revokeKey(revoked.id, 'command line')
  expect(await verifyKey(revoked.text, { access: revoked.access, now })).toBeNull()
  now = LATER
  expect(await verifyKey(expiring.text, { access: expiring.access, now })).toBeNull()
})
