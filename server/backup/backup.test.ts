import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OpenedStore } from '#server/store/open-store.ts'
import {
  answers,
  backedUp,
  clearAway,
  empty,
  lived,
  PARTS,
  rootFolder,
} from '#mocks/backup-fixture.ts'
import { keepBackup } from './backup-file.ts'
import { restoreBackup } from './restore.ts'
import { writeBackup } from './write-backup.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

afterAll(clearAway)

describe('a backup', () => {
  let root: string
  let file: string
  let whole: Buffer
  let target: OpenedStore
  beforeAll(async () => {
    root = await rootFolder()
    file = await backedUp(await lived('PGlite'))
    whole = await readFile(file)
    target = await empty('PGlite')
  })

  /** Why a file is refused; and that nothing of it is left. */
  async function refusal(content: Buffer): Promise<string> {
    const path = join(root, 'spoilt.jsonl.gz')
    await writeFile(path, content)
    const sentence = await restoreBackup(target.database, path, PARTS).then(
      () => 'restored',
      (error: Error) => `${error.name}: ${error.message}`,
    )
    expect(await target.store.version()).toBe(0)
    expect(await target.access.audit(1)).toEqual([])
    return sentence
  }
  const lines = () => gunzipSync(whole).toString('utf8').split('\n')

  test('knows every table and column there is: a new one must be brought back too, or left out on purpose', async () => {
    const columns = await target.database
      .select({ table: sql<string>`table_name::text`, column: sql<string>`column_name::text` })
      .from(sql`information_schema.columns`)
      .where(sql`table_schema = 'jauge'`)
    const made = ['copies', 'migrations', 'sessions', 'revisions']
    const kept = columns.filter(({ table }) => !made.includes(table))
    expect(kept.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      [
        ...['app', 'format', 'version', 'last_received', 'policy'].map(
          (name) => `deployment.${name}`,
        ),
        ...['n', 'at', 'by', 'action', 'about'].map((name) => `audit.${name}`),
        ...['id', 'label', 'role', 'digest', 'created_at', 'expires_at', 'revoked_at'].map(
          (name) => `access_keys.${name}`,
        ),
        'purged.digest',
      ].toSorted(),
    )
  })

  test('is for this user alone, and holds no session', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readdir(root)).filter((name) => name.endsWith('.part'))).toEqual([])
    const tables = new Set(lines().map((line) => /"table":"(\w+)"/.exec(line)?.[1] ?? ''))
    expect(tables).toEqual(new Set(['', 'deployment', 'revisions', 'keys', 'tombstones', 'log']))
  })

  test('that was cut is refused, wherever', async () => {
    for (const part of [0, 5, 200, whole.length >> 1, whole.length - 9, whole.length - 1])
      expect(await refusal(whole.subarray(0, part))).toContain('is no whole backup of Jauge')
    // Cut before it was compressed: nothing but its missing end tells.
    const cut = gzipSync(lines().slice(0, -2).join('\n') + '\n')
    expect(await refusal(cut)).toContain('its end is missing')
  })

  test('with one altered byte is refused, also one that was compressed anew', async () => {
    // The gzip’s own header says when and on what it was made: nothing that is restored.
    for (let at = 10; at < whole.length; at += Math.ceil(whole.length / 15)) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(await refusal(altered)).toContain('is no whole backup of Jauge')
    }
    const other = lines().map((line) => line.replace('Partner desk', 'Partner dusk'))
    expect(await refusal(gzipSync(other.join('\n')))).toContain('not what its last line names')
  })

  test('with something behind its end is refused', async () => {
    const more = `${lines().join('\n')}{"table":"tombstones","row":{"digest":"x"}}\n`
    expect(await refusal(gzipSync(more))).toContain('something follows its last line')
  })

  test('of a later release is refused', async () => {
    for (const newer of ['"backup":99', '"format":99']) {
      const key = newer.split(':')[0] ?? ''
      const later = lines()
        .join('\n')
        .replace(new RegExp(`${key}:\\d+`), newer)
      expect(await refusal(gzipSync(later))).toContain(
        'written by a later release of Jauge (9.9.9)',
      )
    }
  })

  test('that is none is refused', async () => {
    expect(await refusal(Buffer.from('id,date\n1,2\n'))).toContain('is no whole backup of Jauge')
    expect(await refusal(gzipSync('{"some":"json"}\n'))).toContain('is no whole backup of Jauge')
  })

  test('goes into an empty deployment only', async () => {
    const full = await lived('PGlite')
    const told = await answers(full, 'analyst')
    await expect(restoreBackup(full.database, file, PARTS)).rejects.toThrow(
      'already holds something, and a backup is restored only into an empty one',
    )
    expect(await answers(full, 'analyst')).toEqual(told)
    const withKey = await empty('PGlite')
    const key = { label: 'x', role: 'admin', expiresAt: null } as const
    await withKey.access.addKey({ id: 'abcdefghijkl', digest: 'x', ...key }, 'command line')
    await expect(restoreBackup(withKey.database, file, PARTS)).rejects.toThrow('holds something')
  })

  test('does not take the name of another file, and leaves none where it cannot be written', async () => {
    await expect(backupTo(file)).rejects.toThrow('is there already, and was left as it is')
    expect(await readFile(file)).toEqual(whole)
    await expect(backupTo(join(root, 'nowhere', 'b.gz'))).rejects.toThrow('folder does not exist')
  })

  const backupTo = (path: string) =>
    keepBackup(path, (sink) =>
      writeBackup(target.database, sink, { at: '2026-03-17T08:00:00.000Z', release: '1' }),
    )

  test('of a folder that cannot be read, or is not there, is refused', async () => {
    for (const [path, why] of [
      [root, 'it is a folder'],
      [join(root, 'none.gz'), 'there is no such file'],
    ] as const)
      await expect(restoreBackup(target.database, path, PARTS)).rejects.toThrow(why)
  })
})
