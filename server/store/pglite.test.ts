import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { migrateDatabase } from './migrate.ts'
import { postgresStore } from './postgres.ts'
import type { ReportStore } from './store.ts'
import { SUITE_PARTS } from './store-fixture.ts'
import { storeSuite } from './store-suite.ts'
import { POSTGRES_MAJOR } from './folder.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('in PGlite', () => {
  let client: PGlite
  let store: ReportStore

  beforeAll(async () => {
    client = await PGlite.create()
    const database = drizzle({ client })
    await migrateDatabase(database, (config) => migrate(database, config), 'The database')
    store = postgresStore(database, { ...SUITE_PARTS, close: () => client.close() })
  })
  afterAll(() => store.close())

  storeSuite({
    store: () => store,
    async reset() {
      await client.exec(
        'truncate jauge.revisions cascade; update jauge.deployment set version = 0, last_received = null',
      )
    },
  })

  test('its files are of the version we say they are', async () => {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    expect(rows[0]?.server_version.split('.')[0]).toBe(POSTGRES_MAJOR)
  })
})
