import { expect, test } from 'vitest'
import { askedKey, askedLimit } from './asked.ts'

const NOW = new Date('2026-11-23T12:00:00.000Z')
const ask = (...words: string[]) => askedKey(['--role', 'partner', '--label', 'Awa', ...words], NOW)

test('a key without an end, for so many days, or until the end of a day', () => {
  expect(ask()).toEqual({ role: 'partner', label: 'Awa', expiresAt: null })
  expect(ask('--expires', '90d').expiresAt).toBe('2027-02-21T12:00:00.000Z')
  expect(ask('--expires', '2027-03-01').expiresAt).toBe('2027-03-01T23:59:59.999Z')
  expect(ask('--expires=2026-11-23').expiresAt).toBe('2026-11-23T23:59:59.999Z')
  expect(ask('--label', '  Radio Kayes ').label).toBe('Radio Kayes')
})

test.each([
  { words: ['--expires', '2026-11-22'], because: 'is past' },
  { words: ['--expires', '0d'], because: 'is past' },
  { words: ['--expires', '9999d'], because: 'ten years' },
  { words: ['--expires', '2027-02-31'], because: 'a number of days' },
  { words: ['--expires', 'soon'], because: 'a number of days' },
  { words: ['--expires', ''], because: 'a number of days' },
  { words: ['--expires'], because: 'each with a value' },
  { words: ['--label', ' '], because: 'who the key is for' },
  { words: ['--label', 'x'.repeat(101)], because: 'who the key is for' },
  { words: ['--label', 'a\u001b[2J'], because: 'who the key is for' },
  { words: ['--role', 'public'], because: 'one of partner, analyst, admin' },
  { words: ['--rôle', 'admin'], because: 'nothing else' },
  { words: ['more'], because: 'nothing else' },
])('$words is refused: $because', ({ words, because }) => {
  expect(() => ask(...words)).toThrow(because)
})

test('a key needs a role and a label', () => {
  expect(() => askedKey(['--label', 'Awa'], NOW)).toThrow('--role is one of')
  expect(() => askedKey(['--role', 'admin'], NOW)).toThrow('--label says who')
})

test('the log is shown as far as is asked, fifty entries when nothing is', () => {
  expect(askedLimit([])).toBe(50)
  expect(askedLimit(['--limit', '7'])).toBe(7)
  for (const limit of ['0', '-1', 'all', '1e9']) {
    expect(() => askedLimit([`--limit=${limit}`])).toThrow('a number from 1')
  }
})
