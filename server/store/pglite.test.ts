import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accessSuite } from '#server/access/access-suite.ts'
import { databaseSuite } from './database-suite.ts'
import { migrateDatabase } from './migrate.ts'
import { storesOver } from './postgres.ts'
import type { Stores } from './postgres.ts'
import { COPY_ROLES } from './copies.ts'
import { EMPTY_SQL, readingOf, SUITE_PARTS } from './store-fixture.ts'
import { purgeSuite } from './purge-suite.ts'
import { storeSuite } from './store-suite.ts'
import { POSTGRES_MAJOR } from './folder.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('in PGlite', () => {
  let client: PGlite
  let both: Stores

  beforeAll(async () => {
    client = await PGlite.create()
    const database = drizzle({ client })
    await migrateDatabase(database, {
      run: (config) => migrate(database, config),
      where: 'The database',
      backups: '/nowhere',
    })
    both = await storesOver(database, {
      ...SUITE_PARTS,
      close: () => client.close(),
      tell: () => {},
    })
  })
  afterAll(() => both.store.close())

  const tested = {
    tested: () => both,
    reset: async () => {
      await client.exec(EMPTY_SQL)
      // What was kept in memory is forgotten by whoever finds the database at its beginning.
      for (const role of COPY_ROLES) await both.store.read(readingOf({ role }))
    },
  }
  storeSuite(tested)
  describe('purges', () => {
    purgeSuite(tested)
  })
  describe('as a database', () => {
    databaseSuite(tested)
  })
  describe('keys, sessions and the log', () => {
    accessSuite(tested)
  })

  test('its files are of the version we say they are', async () => {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    expect(rows[0]?.server_version.split('.')[0]).toBe(POSTGRES_MAJOR)
  })
})
