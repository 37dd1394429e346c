import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { initialize, load } from './field/gazetteer-hook.mjs'
import { QUESTIONS } from './questions.mjs'
import { rowOf, tableOf } from './sheet.mjs'

const line = { part: 'page', what: 'map', unit: 'ms' }
const reference = { what: 'Leaflet', value: 1000, unit: 'ms' }

describe('a line of the sheet', () => {
  test.each([
    [{ value: 60, goal: { most: 60 } }, true],
    [{ value: 61, goal: { most: 60 } }, false],
    [{ value: 1500, goal: { least: 1500 } }, true],
    [{ value: 1499, goal: { least: 1500 } }, false],
    [{ value: 2200, reference, goal: { ratio: 2.2 } }, true],
    [{ value: 2201, reference, goal: { ratio: 2.2 } }, false],
    [{ value: 5, goal: null }, null],
  ])('%j meets its goal: %s', (given, isMet) => {
    expect(rowOf({ ...line, ...given }).isMet).toBe(isMet)
  })

  test('that could not be had misses its goal, and says why', () => {
    const row = rowOf({ ...line, value: null, why: 'no answer in 60 s', goal: { most: 60 } })
    expect(row.isMet).toBe(false)
    expect(tableOf([row])).toMatch(/none: no answer in 60 s.*≤ 60 ms.*MISSED/)
  })

  test('stands in the table with its reference, ratio and goal', () => {
    const table = tableOf([rowOf({ ...line, value: 2500, reference, goal: { ratio: 2.2 } })])
    expect(table).toMatch(/2500 ms\s+1000 ms Leaflet\s+2\.50 ×\s+≤ 2\.2 ×\s+MISSED/)
  })
})

test('no question is asked twice, but for the one that is meant to be', () => {
  const asked = QUESTIONS({ asks: 12 })
    .filter(({ what }) => !what.includes('the same again'))
    .flatMap(({ role = 'public', paths }) => paths.map((path) => `${role} ${path}`))
  expect(asked.length).toBeGreaterThan(100)
  expect(new Set(asked).size).toBe(asked.length)
})

describe('another gazetteer', () => {
  const release = (source: string) => async () => ({ format: 'module', source })

  test('is put where the release names its own', async () => {
    initialize({ folder: '/somewhere/else' })
    const text = await readFile('server/release.ts', 'utf8')
    const { source } = await load('file:///jauge/server/release.ts', {}, release(text))
    expect(source).toContain('GEOGRAPHY = "/somewhere/else"')
    const other = await load('file:///jauge/server/main.ts', {}, release(text))
    expect(other.source).toBe(text)
  })

  test('is not left out in silence when the release names its own otherwise', async () => {
    const url = 'file:///jauge/server/release.ts'
    await expect(load(url, {}, release('export const GEOGRAPHY = 1'))).rejects.toThrow(/no longer/)
  })
})
