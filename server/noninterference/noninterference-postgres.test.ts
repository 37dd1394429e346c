import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { apiOn, testAtlas } from '#mocks/api-over.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { openStore } from '#server/store/open-store.ts'
import { startPostgres } from '#server/store/postgres-for-tests.ts'
import type { TestPostgres } from '#server/store/postgres-for-tests.ts'
import { tryLaw } from './law.ts'
import { bareSites } from './site-for-tests.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

const sites = await bareSites(await testAtlas())
const MIGRATED = 'migrated'
let postgres: TestPostgres
let made = 0

const open = async (database: string, now: () => string) => {
  const settings = { data: '/nowhere', databaseUrl: postgres.url(database) }
  return (await openStore(settings, 'server', { ...PRODUCT_PARTS, now })).store
}

beforeAll(async () => {
  postgres = await startPostgres()
  await postgres.query(`create database ${MIGRATED}`)
  const store = await open(MIGRATED, PRODUCT_PARTS.now)
  await store.close()
})
afterAll(async () => {
  await postgres.stop()
  await sites.remove()
})

test.each([
  ['public', 50],
  ['partner', 10],
] as const)('in PostgreSQL too, what the %s may not see changes nothing', async (role, pairs) => {
  const inPostgres = {
    async open(now: () => string) {
      made += 1
      // A copy of one that is ready takes less time than to migrate an empty one.
      await postgres.query(`create database pair_${made} template ${MIGRATED}`)
      return open(`pair_${made}`, now)
    },
    async apps(...[store, options]: Parameters<typeof apiOn>) {
      const api = await apiOn(store, options)
      return { api, site: await sites.over(api) }
    },
    close: (store: Awaited<ReturnType<typeof open>>) => store.close(),
  }
  const asked = { between: 3, atEnd: 12 }
  const { failure, coverage } = await tryLaw(inPostgres, { role, pairs, asked })
  expect(failure).toBeNull()
  expect(coverage.size).toBeGreaterThan(20)
})
