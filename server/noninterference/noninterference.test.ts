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

/** What never has anything to tell to whoever has no key, or where no provider is named. */
const NEVER_TELLS = /^\S+ +(OPTIONS|POST|DELETE) |\/sign-in\/provider/

function tableOf(coverage: Coverage): string {
  const lines = [...coverage].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return lines
    .map(([line, { asked, told }]) => `${line.padEnd(48)} ${asked} asked, ${told} told`)
    .join('\n')
}

test(
  'what the public may not see changes nothing that it is told',
  { timeout: 600_000 },
  async () => {
    const { failure, coverage, missed } = await tryLaw(inMemory, { role: 'public', pairs: 1_000 })
    console.log(tableOf(coverage))
    expect(failure).toBeNull()
    expect(missed).toEqual([])
    const seldom = [...coverage].filter(([line, { asked, told }]) =>
      NEVER_TELLS.test(line) ? asked < 3 : asked < 80 || told < 8,
    )
    expect(seldom).toEqual([])
  },
)

test('nor does what a partner may not see yet', { timeout: 600_000 }, async () => {
  const { failure, coverage } = await tryLaw(inMemory, { role: 'partner', pairs: 150 })
  expect(failure).toBeNull()
  // What they hand in is taken in, and what became of it told.
  expect(coverage.get('api  POST /api/v1/reports')?.told).toBeGreaterThan(2)
})
