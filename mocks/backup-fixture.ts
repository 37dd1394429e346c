import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '#domain/time.ts'
import type { Role } from '#domain/role.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import { apiOn, recordDrafts, TEST_NOW } from './api-over.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { openStore } from '#server/store/open-store.ts'
import type { OpenedStore } from '#server/store/open-store.ts'
import { startPostgres } from '#server/store/postgres-for-tests.ts'
import type { TestPostgres } from '#server/store/postgres-for-tests.ts'
import type { Draft } from '#server/store/store.ts'
import { keepBackup } from '#server/backup/backup-file.ts'
import { writeBackup } from '#server/backup/write-backup.ts'

let now: Instant = '2026-03-14T08:00:00.000Z'
export const PARTS = { ...PRODUCT_PARTS, now: () => now }

/** Sets the clock that stamps. */
export function setNow(instant: Instant): void {
  now = instant
}

let root: string | undefined
let postgres: Promise<TestPostgres> | undefined
const opened: OpenedStore[] = []

/** A folder for the test's files. */
export async function rootFolder(): Promise<string> {
  return (root ??= await mkdtemp(join(tmpdir(), 'jauge-backup-')))
}

/** Closes and removes everything. */
export async function clearAway(): Promise<void> {
  for (const { store } of opened) await store.close()
  await (await postgres)?.stop()
  if (root !== undefined) await rm(root, { recursive: true, force: true })
}

let made = 0
export type Kind = 'PGlite' | 'PostgreSQL'

/** An empty deployment, in a folder or in a database of a server. */
export async function empty(kind: Kind): Promise<OpenedStore> {
  const name = `deployment_${(made += 1)}`
  const data = join(await rootFolder(), name)
  const databaseUrl = kind === 'PostgreSQL' ? await freshDatabase(name) : null
  const open = await openStore({ data, databaseUrl }, 'server', PARTS)
  opened.push(open)
  return open
}

/** The address of an empty database of a server. */
export async function freshDatabase(name: string): Promise<string> {
  postgres ??= startPostgres()
  const { query, url } = await postgres
  await query(`create database ${name}`)
  return url(name)
}

const HIDDEN_ID = '00000000-0000-4000-8000-0000000000aa'

/** Some of the public record. */
export async function someDrafts(): Promise<Draft[]> {
  return (await recordDrafts()).filter((_, n) => n % 3 === 0)
}

const lives: Partial<Record<Kind, Promise<OpenedStore>>> = {}
/** A deployment that is only ever read: it has been through what a deployment goes through. */
export function lived(kind: Kind): Promise<OpenedStore> {
  return (lives[kind] ??= live(kind))
}

/** The public record, a convoy under embargo, a correction, a purge and a key. */
export async function live(kind: Kind): Promise<OpenedStore> {
  const open = await empty(kind)
  const { store, access } = open
  const drafts = await someDrafts()
  const convoy = drafts.find(({ body }) => body.kind === 'convoy')
  const [first, second] = drafts
  if (!convoy || !first || !second) throw new Error('the record is not as it was')
  now = '2026-03-14T08:00:00.000Z'
  await store.append(drafts)
  now = '2026-03-15T08:00:00.000Z'
  const hidden: Draft = {
    ...convoy,
    id: HIDDEN_ID,
    source: { name: 'Field team', kind: 'partner', url: null, publishedOn: null },
    sensitivity: 'restricted',
    note: 'seen from the roof',
    reporter: 'heron',
  }
  await store.append([hidden, { ...first, note: 'A correction, with é, ɛ and \u2028 in it.' }])
  now = '2026-03-16T08:00:00.000Z'
  await store.purge(second.id, 'the desk')
  const key = { label: 'Partner desk', role: 'partner', expiresAt: null } as const
  await access.addKey({ id: 'abcdefghijkl', digest: 'ab'.repeat(32), ...key }, 'command line')
  now = '2026-03-17T08:00:00.000Z'
  return open
}

/** The answers of every address to a role, as of now and as of an earlier instant. */
export async function answers({ store }: OpenedStore, role: Role): Promise<Record<string, string>> {
  const api = await apiOn(store, { role, now: () => TEST_NOW })
  const told: Record<string, string> = {}
  const fill = (path: string) =>
    path
      .replace('{metrics}', 'arrivals,prices,losses,wait')
      .replace('{chart}', 'arrivals')
      .replace('{id}', HIDDEN_ID)
  for (const { method, base, path, query } of Object.values(ALL_ROUTES)) {
    if (method !== 'get') continue
    const questions = 'vintage' in query.shape ? ['', '?vintage=2026-03-14T12:00:00.000Z'] : ['']
    for (const question of questions) {
      const address = base + fill(path) + question
      const answer = await api.request(address)
      const headers = JSON.stringify([...answer.headers])
      told[address] = `${answer.status} ${headers} ${await answer.text()}`
    }
  }
  return told
}

/** A backup of it, as a file. */
export async function backedUp({ database }: OpenedStore): Promise<string> {
  const file = join(await rootFolder(), `${(made += 1)}.jsonl.gz`)
  await keepBackup(file, (sink) => writeBackup(database, sink, { at: now, release: '9.9.9' }))
  return file
}
