import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { OperatorError } from './operator-error.ts'
import { readSettings } from './settings.ts'

function refusal(environment: Record<string, string>): OperatorError {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof OperatorError) return error
  }
  throw new Error('It was taken.')
}

test('without settings it serves this machine alone, from a folder beside it', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    data: resolve('data'),
    databaseUrl: null,
    contact: null,
    tiles: null,
    publicUrl: null,
    trustProxy: [],
  })
})

test('a public address is kept as an origin, and proxies as a list', () => {
  const settings = readSettings({
    JAUGE_URL: 'https://Fuel.example.org/',
    TRUST_PROXY: 'loopback, 10.0.0.0/8',
  })
  expect(settings.publicUrl).toBe('https://fuel.example.org')
  expect(settings.trustProxy).toEqual(['loopback', '10.0.0.0/8'])
})

test('an empty value is none', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual(readSettings({}))
})

test.each([
  { name: 'PORT', value: '80a' },
  { name: 'PORT', value: '65536' },
  { name: 'HOST', value: 'no host' },
  { name: 'DATABASE_URL', value: 'mysql://localhost/jauge' },
  { name: 'JAUGE_CONTACT', value: 'somebody@example.org' },
  { name: 'JAUGE_CONTACT', value: 'javascript:alert(1)' },
  { name: 'JAUGE_TILES', value: 'https://tiles.example.org/{z}/{x}.png' },
  { name: 'JAUGE_URL', value: 'fuel.example.org' },
  { name: 'JAUGE_URL', value: 'ftp://fuel.example.org' },
  { name: 'JAUGE_URL', value: 'https://fuel.example.org/jauge' },
  { name: 'JAUGE_URL', value: 'https://user@fuel.example.org' },
  { name: 'TRUST_PROXY', value: 'true' },
  { name: 'TRUST_PROXY', value: '10.0.0.1,everybody' },
])('$name may not be "$value"', ({ name, value }) => {
  const { message, exitCode } = refusal({ [name]: value, JAUGE_TILES_ATTRIBUTION: '© Example' })
  expect(message).toMatch(new RegExp(`^${name} is .*; it must be .*\\.$`))
  expect(exitCode).toBe(2)
})

test('each wrong value has its own sentence', () => {
  expect(refusal({ PORT: 'x', HOST: 'a b' }).message.split('\n')).toHaveLength(2)
})

test('a database’s address is never repeated: it may hold a password', () => {
  expect(refusal({ DATABASE_URL: 'http://u:hunter2@host' }).message).not.toContain('hunter2')
})

test('tiles need the words that their source asks for', () => {
  const url = 'https://tiles.example.org/{z}/{x}/{y}.png'
  expect(refusal({ JAUGE_TILES: url }).message).toContain('JAUGE_TILES_ATTRIBUTION is not set')
  expect(readSettings({ JAUGE_TILES: url, JAUGE_TILES_ATTRIBUTION: '© Example' }).tiles).toEqual({
    url,
    attribution: '© Example',
  })
})
