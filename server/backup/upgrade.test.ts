import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore } from '#server/store/open-store.ts'
import type { StoreSettings } from '#server/settings.ts'
import { draftOf, readingOf, START } from '#server/store/store-fixture.ts'
import { clearAway, empty, freshDatabase, PARTS, rootFolder } from '#mocks/backup-fixture.ts'
import { restoreBackup } from './restore.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const REPORTS = 600

/** What the first release left: its one migration, and reports. Nothing of it is made by this release's code. */
async function firstRelease(): Promise<string> {
  const made = await readFile('server/store/migrations/0000_reports.sql', 'utf8')
  const rows = Array.from({ length: REPORTS }, (_, n) => {
    const { id, ...rest } = draftOf(n, { note: 'It’s old' })
    const report = { id, revision: 1, receivedAt: START, ...rest }
    const text = JSON.stringify(report).replaceAll("'", "''")
    return `('${id}', 1, 'bulletin', '2026-01-01', '2026-01-01', '2026-01-02Z', '${START}', 'x', '${text}')`
  })
  return `
    create schema jauge;
    create table jauge.migrations (id serial primary key, hash text not null, created_at bigint);
    insert into jauge.migrations (hash, created_at) values ('x', 1763800000000);
    ${made.replaceAll('--> statement-breakpoint', '')}
    insert into jauge.revisions values ${rows.join(',\n')};
    update jauge.deployment set version = 3, last_received = '${START}';
  `
}

describe.each(['PGlite', 'PostgreSQL'] as const)(
  'an upgrade of the first release in %s',
  (kind) => {
    let settings: StoreSettings & { backups: string }
    let query: (text: string) => Promise<unknown[]>

    beforeAll(async () => {
      const root = await rootFolder()
      const data = join(root, `old-${kind}`)
      const backups = join(root, `backups-${kind}`)
      if (kind === 'PGlite') {
        await mkdir(data)
        await writeFile(join(data, 'jauge.json'), '{"app":"jauge","format":1,"made":true}\n')
        settings = { data, databaseUrl: null, backups }
        query = async (text) => {
          const client = await PGlite.create(join(data, 'pglite'))
          const answers = await client.exec(text).finally(() => client.close())
          return answers.at(-1)?.rows ?? []
        }
      } else {
        const databaseUrl = await freshDatabase('first_release')
        settings = { data, databaseUrl, backups }
        query = async (text) => {
          const client = new Client({ connectionString: databaseUrl })
          await client.connect()
          const answer = await client.query(text).finally(() => client.end())
          return answer.rows ?? []
        }
      }
      await query(await firstRelease())
    })

    test('is not begun where it cannot be backed up', async () => {
      const file = join(await rootFolder(), `file-${kind}`)
      await writeFile(file, '')
      await expect(openStore({ ...settings, backups: file }, 'server', PARTS)).rejects.toThrow(
        /backs it up first; it could not\. .* The database was left as it is, and Jauge was not started\./,
      )
      const [state] = await query('select format, version from jauge.deployment')
      expect(state).toMatchObject({ format: 1 })
      expect(await query(`select to_regclass('jauge.audit') as audit`)).toEqual([{ audit: null }])
    })

    test('backs up first, keeps every report, and is done once', async () => {
      const { store, access } = await openStore(settings, 'server', PARTS)
      const reports = await store.read(readingOf({ clock: '2026-03-01T00:00:00.000Z' }))
      const log = await access.audit(10)
      await store.close()
      expect(reports).toHaveLength(REPORTS)
      expect(log.map(({ action }) => action)).toEqual(['policy-changed', 'backup-made'])
      await (await openStore(settings, 'server', PARTS)).store.close()
      const [name = '', ...others] = await readdir(settings.backups)
      expect(others).toEqual([])
      expect(name).toMatch(/^before-\d+\.\d+\.\d+-\d{8}T\d{6}Z\.jsonl\.gz$/)
      const file = join(settings.backups, name)
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(
        JSON.parse(
          gunzipSync(await readFile(file))
            .toString()
            .split('\n')[0] ?? '',
        ),
      ).toMatchObject({ format: 1, counts: { revisions: REPORTS, keys: 0, log: 0, tombstones: 0 } })
      const after = await empty(kind)
      await restoreBackup(after.database, file, PARTS)
      expect(await after.store.read(readingOf({ clock: '2026-03-01T00:00:00.000Z' }))).toEqual(
        reports,
      )
    })

    afterAll(() => (kind === 'PostgreSQL' ? clearAway() : undefined))
  },
)
