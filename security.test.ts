import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync('SECURITY.md', 'utf8')
const linked = (markdown: string) =>
  [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to ?? '')

test('what is promised is held by a test that exists', () => {
  expect(linked(text).length).toBeGreaterThan(10)
  expect(linked(text).filter((path) => !existsSync(path))).toEqual([])
  const rows = text.split('\n').filter((line) => /^\| (?!who |---)/.test(line))
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.filter((row) => !linked(row).some((path) => path.endsWith('.test.ts')))).toEqual([])
})

test('a promise without a test is caught', () => {
  expect(linked('| somebody | does | [nothing](server/none.test.ts) |').every(existsSync)).toBe(
    false,
  )
})

test('the threat model fits on a page', () => {
  expect(text.split(/\s+/).length).toBeLessThan(1000)
})
