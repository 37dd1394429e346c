import { expect, test } from 'vitest'

const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What may differ from one engine, machine or day to the next. √ is exact everywhere; the rest of these are not. */
const UNSTEADY =
  /Math\.(?!(?:floor|ceil|round|trunc|min|max|abs|sign|sqrt|imul)\b)\w+|\w \*\* |\bDate\b|\bIntl\b|\b[Ll]ocale|localeCompare|toLocale|performance\.|crypto\b/g

const found = (text: string) => [...text.matchAll(UNSTEADY)].map(([match]) => match)

test('the simulator computes with integers and + − × ÷ √ alone, and looks at no clock', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(25)
  expect(Object.entries(sources).filter(([, text]) => found(text).length > 0)).toEqual([])
})

test.each([
  'const wave = Math.sin(hour / 24)',
  'const left = Math.exp(-days)',
  'const luck = Math.random()',
  'const now = Date.now()',
  'const at = new Date(minute)',
  'const area = side ** 2',
  'names.toSorted((a, b) => a.localeCompare(b))',
  'count.toLocaleString()',
  'crypto.randomUUID()',
])('what another engine might answer otherwise is caught: %s', (line) => {
  expect(found(line)).toHaveLength(1)
})

test.each(['Math.sqrt(2)', 'Math.imul(a, b) + Math.floor(c)', '/** A day of the record. */'])(
  'what every engine answers alike is let through: %s',
  (line) => {
    expect(found(line)).toEqual([])
  },
)
