import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Gate } from './copies.ts'
import { storesOver } from './postgres.ts'
import type { Stores } from './postgres.ts'
import { draftOf, readingOf, setNow, START, SUITE_PARTS } from './store-fixture.ts'
import { tombstoneOf } from './tombstone.ts'

type Tested = { tested: () => Stores; reset: () => Promise<void> }

const NOBODYS = { close: async () => {}, tell: () => {} }

/** As the suite's gate, but with no notes for anybody: another policy. */
const silent: Gate = (stored, role) => {
  const found = SUITE_PARTS.gate(stored, role)
  return found && { ...found, copy: { ...found.copy, note: null } }
}

/** What only a database can do wrong, on both of them. */
export function databaseSuite({ tested, reset }: Tested): void {
  const database = () => tested().database
  const run = (text: string) => database().execute(sql.raw(text))
  const purges = async () => (await tested().access.audit(100)).map(({ action }) => action)

  /** Every row of every table of ours, as text. */
  async function everything(): Promise<string> {
    const tables = await database()
      .select({ name: sql<string>`c.relname` })
      .from(sql`pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace`)
      .where(sql`n.nspname = 'jauge' and c.relkind = 'r'`)
    expect(tables.length).toBeGreaterThan(7)
    const texts = tables.map(({ name }) =>
      database()
        .select({ text: sql<string>`coalesce(string_agg(t::text, ' '), '')` })
        .from(sql`jauge.${sql.identifier(name)} t`),
    )
    return JSON.stringify(await Promise.all(texts))
  }

  beforeEach(async () => {
    setNow(START)
    await reset()
  })

  test.each(['audit', 'purged'])(
    'what stands in %s can be neither changed nor removed',
    async (table) => {
      await tested().store.append([draftOf(1)])
      await tested().store.purge(draftOf(1).id, 'Awa')
      const before = await everything()
      const column = table === 'audit' ? 'by' : 'digest'
      const attempts = [
        `update jauge.${table} set ${column} = 'nobody'`,
        `delete from jauge.${table}`,
        `truncate jauge.${table}`,
        `truncate jauge.${table} cascade`,
        // As a replica, or a tool that switches triggers off for a while, would try.
        `do $$ begin set local session_replication_role = replica; delete from jauge.${table}; end $$`,
      ]
      for (const attempt of attempts) {
        const refused = await run(attempt).then(
          () => 'done',
          (error: Error) => String(error.cause),
        )
        expect(refused).toContain('only ever added to')
      }
      expect(await everything()).toBe(before)
    },
  )

  test('of a purged report nothing is left in any table but a digest of its id', async () => {
    const { store } = tested()
    const { id } = draftOf(1)
    const telling = { note: 'a word nobody else says', reporter: 'oriole' }
    await store.append([draftOf(1, telling), draftOf(2)])
    await store.append([draftOf(1, { ...telling, credibility: 3 })])
    const words = [id, id.replaceAll('-', ''), telling.note, telling.reporter]
    const before = await everything()
    for (const word of [id, telling.note, telling.reporter]) expect(before).toContain(word)
    await store.purge(id, 'Awa')
    await store.append([draftOf(1, telling)])
    const after = await everything()
    for (const word of words) expect(after).not.toContain(word)
    expect(after).toContain(await tombstoneOf(id))
    expect(after).toContain(draftOf(2).id)
  })

  test('a purge that cannot be written into the log does not happen', async () => {
    const { store } = tested()
    await store.append([draftOf(1)])
    const before = await everything()
    await run('alter table jauge.audit rename to away')
    const purge = await store.purge(draftOf(1).id, 'Awa').catch((error: Error) => error.message)
    await run('alter table jauge.away rename to audit')
    expect(purge).toContain('purge')
    expect(await everything()).toBe(before)
  })

  test('an error of the database names nothing that was handed in', async () => {
    // A letter that PostgreSQL does not keep.
    const refused = tested().store.append([draftOf(1, { note: 'seen at the well\u0000' })])
    const error: unknown = await refused.catch((each: unknown) => each)
    expect(error).toBeInstanceOf(Error)
    const { message, stack, cause } = error as Error
    expect(message).toMatch(/^The database refused a query of “append” \(22P05\)/)
    expect(`${stack} ${String(cause)} ${JSON.stringify(error)}`).not.toContain('well')
  })

  test('another policy makes every copy anew, of old revisions too, and the log tells of it', async () => {
    const { store } = tested()
    await store.append([draftOf(1), draftOf(2)])
    await store.append([draftOf(1, { note: 'second', credibility: 1 })])
    const version = await store.version()
    const told: string[] = []
    const parts = { ...SUITE_PARTS, ...NOBODYS, gate: silent }
    const tell = (line: string) => void told.push(line)
    const strict = await storesOver(database(), { ...parts, tell })
    expect(told).toEqual([expect.stringContaining('made anew, once')])
    for (const vintage of [null, START])
      for (const { note } of await strict.store.read(readingOf({ vintage })))
        expect(note).toBeNull()
    expect(await strict.store.revisions(draftOf(1).id, readingOf())).toHaveLength(2)
    expect(await strict.store.version()).toBeGreaterThan(version)
    expect(await strict.access.audit(1)).toMatchObject([
      { by: 'this release', action: 'policy-changed' },
    ])
    // The same again changes nothing, and the first one back is a change once more.
    await storesOver(database(), { ...parts, tell })
    expect(told).toHaveLength(1)
    expect(await purges()).toEqual(['policy-changed'])
    const back = await storesOver(database(), { ...SUITE_PARTS, ...NOBODYS })
    expect((await back.store.read(readingOf())).map(({ note }) => note)).toEqual([
      'second',
      'first',
    ])
    expect(await purges()).toHaveLength(2)
  })

  test('a policy that fails half-way leaves all copies as they were', async () => {
    await tested().store.append([draftOf(1), draftOf(2)])
    const before = await everything()
    const faulty: Gate = (stored, role) => {
      if (stored.id === draftOf(2).id) throw new Error('no rule for this')
      return silent(stored, role)
    }
    await expect(
      storesOver(database(), { ...SUITE_PARTS, ...NOBODYS, gate: faulty }),
    ).rejects.toThrow('no rule')
    expect(await everything()).toBe(before)
  })

  test('who still goes by another policy may write nothing, and may purge', async () => {
    const { store } = tested()
    await store.append([draftOf(1)])
    await storesOver(database(), { ...SUITE_PARTS, ...NOBODYS, gate: silent })
    await expect(store.append([draftOf(2)])).rejects.toThrow('Another release')
    expect(await store.purge(draftOf(1).id, 'Awa')).toBe(true)
    await storesOver(database(), { ...SUITE_PARTS, ...NOBODYS })
  })
}
