import { afterAll, expect, test } from 'vitest'
import { apiOn, testAtlas } from '#mocks/api-over.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { memoryStore } from '#server/store/memory.ts'
import { tryLaw } from './law.ts'
import type { Make } from './law.ts'
import type { Coverage } from './pair.ts'
import { bareSites } from './site-for-tests.ts'

const sites = await bareSites(await testAtlas())
afterAll(() => sites.remove())

const inMemory: Make = {
  open: async (now) => memoryStore({ ...PRODUCT_PARTS, now }),
  async apps(store, options) {
    const api = await apiOn(store, options)
    return { api, site: await sites.over(api) }
  },
}

/** Addresses that whoever has no key is never answered at. */
const NEVER_TELLS = /^\S+ +(OPTIONS|POST|DELETE) /

function tableOf(coverage: Coverage): string {
  const lines = [...coverage].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return lines
    .map(([line, { asked, told }]) => `${line.padEnd(48)} ${asked} asked, ${told} told`)
    .join('\n')
}

test(
  'what the public may not see changes nothing that it is told',
  { timeout: 240_000 },
  async () => {
    const { failure, coverage, missed } = await tryLaw(inMemory, { role: 'public', pairs: 1_000 })
    console.log(tableOf(coverage))
    expect(failure).toBeNull()
    expect(missed).toEqual([])
    const seldom = [...coverage].filter(
      ([line, { asked, told }]) =>
        asked < (NEVER_TELLS.test(line) ? 5 : 200) || (!NEVER_TELLS.test(line) && told < 40),
    )
    expect(seldom).toEqual([])
  },
)

test('nor does what a partner may not see yet', { timeout: 120_000 }, async () => {
  const { failure } = await tryLaw(inMemory, { role: 'partner', pairs: 150 })
  expect(failure).toBeNull()
})
