import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { jauge } from './process-for-tests.ts'
import type { Jauge } from './process-for-tests.ts'
import { PUBLIC_RECORD } from './release.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

/** Whatever lists reports by their ids, in one format or another. */
const LISTS = ['/api/v1/reports?limit=500', '/api/v1/reports.csv', '/feed.atom']

describe('a purge in a running server', () => {
  let root: string
  let server: Jauge
  let address: string
  const said: string[] = []

  async function run(...words: string[]): Promise<string> {
    const child = jauge(words, { JAUGE_DATA: join(root, 'data') })
    await child.ended
    said.push(...child.lines)
    return child.lines.join('\n')
  }
  const read = async (path: string) => (await fetch(`${address}${path}`)).text()
  const status = async (path: string, init?: RequestInit) =>
    (await fetch(`${address}${path}`, init)).status

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'jauge-purge-')))
    server = jauge(['serve'], { JAUGE_DATA: join(root, 'data'), PORT: '0' })
    address = (await server.line((line) => line.startsWith('Jauge is at'))).slice(12)
  })
  afterAll(async () => {
    server.kill('SIGKILL')
    await rm(root, { recursive: true, force: true })
  })

  test('takes reports out of every list at once, for good, and no console or log says which', async () => {
    const feed = await read('/feed.atom')
    const ids = [...new Set(feed.match(/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f-]{21}/g))]
    const [byCommand = '', byKey = ''] = ids
    for (const list of LISTS) expect(await read(list)).toContain(byCommand)

    expect(await run('purge', byCommand)).toContain('The report is purged')
    const key = /jauge_\w{12}_[\w-]{43}/.exec(
      await run('keys', 'add', '--role', 'admin', '--label', 'Awa'),
    )?.[0]
    const asAdmin = { method: 'DELETE', headers: { Authorization: `Bearer ${key}` } }
    expect(await status(`/api/v1/reports/${byKey}`, asAdmin)).toBe(204)

    for (const id of [byCommand, byKey]) {
      expect(await status(`/api/v1/reports/${id}`)).toBe(404)
      for (const list of LISTS) expect(await read(list)).not.toContain(id)
    }
    expect(await run('import', PUBLIC_RECORD)).toContain('Purged before, and left out: 2.')
    expect(await run('audit')).toMatch(
      /report-purged +Awa\n.*key-made.*\n.*report-purged +command line/,
    )
    server.kill('SIGTERM')
    await server.ended
    const heard = [...server.lines, ...said].join('\n')
    for (const id of [byCommand, byKey]) expect(heard).not.toContain(id)
    expect(server.lines.join('\n')).not.toContain('jauge_')
  })
})
