import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { jauge } from '#server/process-for-tests.ts'
import type { Jauge } from '#server/process-for-tests.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let root: string
let data: string
let server: Jauge

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'jauge-backups-')))
  data = join(root, 'data')
  server = jauge(['serve'], { JAUGE_DATA: data, PORT: '0' })
  await server.line(isAddress)
})
afterAll(async () => {
  server.kill('SIGKILL')
  await rm(root, { recursive: true, force: true })
})

const isAddress = (line: string) => line.startsWith('Jauge is at')
const run = async (folder: string, ...words: string[]) => {
  const process = jauge(words, { JAUGE_DATA: join(root, folder) })
  return { code: await process.ended, said: process.lines.join('\n') }
}
const answerOf = async (process: Jauge, path: string) => {
  const address = (await process.line(isAddress)).replace('Jauge is at ', '')
  const answer = await fetch(address + path)
  return { status: answer.status, tag: answer.headers.get('ETag'), body: await answer.text() }
}

test('a running server is backed up, and answers the same from the restored folder', async () => {
  const file = join(root, 'one.jsonl.gz')
  const made = await run('data', 'backup', file)
  expect(made).toMatchObject({ code: 0 })
  expect(made.said).toContain('is a whole backup of 20')
  expect(made.said).toContain('327 revisions, 0 keys')
  expect((await run('data', 'audit')).said).toContain('backup-made')

  const restored = await run('restored', 'restore', file)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.said).toContain('Restored: backup of 20')
  const second = jauge(['serve'], { JAUGE_DATA: join(root, 'restored'), PORT: '0' })
  const pinned = '/api/v1/situation?vintage=2099-01-01T00:00:00.000Z&lang=en'
  for (const path of ['/api/v1/situation', '/api/v1/reports.csv', '/charts/arrivals.csv', pinned])
    expect(await answerOf(second, path)).toEqual(await answerOf(server, path))
  expect(second.lines.join()).not.toContain('loading the public record')
  second.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('a backup is not restored over a deployment, running or not', async () => {
  const file = join(root, 'two.jsonl.gz')
  await run('data', 'backup', file)
  expect(await run('data', 'restore', file)).toMatchObject({
    code: 1,
    said: expect.stringContaining('A server is running on'),
  })
  expect(await run('restored', 'restore', file)).toMatchObject({
    code: 1,
    said: expect.stringContaining('already holds something'),
  })
})

test('a spoilt file leaves no deployment behind, and nothing to back up makes no file', async () => {
  const spoilt = join(root, 'spoilt.gz')
  await writeFile(spoilt, (await readFile(join(root, 'one.jsonl.gz'))).subarray(0, 5_000))
  expect(await run('fresh', 'restore', spoilt)).toMatchObject({
    code: 1,
    said: expect.stringContaining('is no whole backup of Jauge'),
  })
  expect(await run('fresh', 'backup', join(root, 'none.gz'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('there is nothing to back up'),
  })
  expect(await readdir(root)).toEqual(expect.not.arrayContaining(['fresh', 'none.gz']))
})

test('both commands take one file', async () => {
  expect(await run('data', 'backup')).toMatchObject({ code: 2 })
  expect(await run('data', 'restore', 'a', 'b')).toMatchObject({ code: 2 })
})
