import { request } from 'node:http'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { jauge } from './process-for-tests.ts'
import type { Jauge } from './process-for-tests.ts'
import { PUBLIC_RECORD } from './release.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const isAddress = (line: string) => line.startsWith('Jauge is at')

describe('a server', () => {
  let root: string
  let data: string
  let server: Jauge
  let address: string

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'jauge-main-')))
    data = join(root, 'data')
    server = jauge(['serve'], { JAUGE_DATA: data, PORT: '0' })
    address = (await server.line(isAddress)).replace('Jauge is at ', '')
  })
  afterAll(async () => {
    server.kill('SIGKILL')
    await rm(root, { recursive: true, force: true })
  })

  test('loads the public record into an empty store and serves it', async () => {
    expect(server.lines[0]).toBe('The store is empty: loading the public record.')
    const answer = await fetch(`${address}/api/v1/ready`)
    expect(await answer.json()).toEqual({ status: 'ready', reports: 327 })
  })

  test('takes in a file for the command line, which finds nothing new in it', async () => {
    const run = jauge(['import', PUBLIC_RECORD], { JAUGE_DATA: data })
    expect(await run.ended).toBe(0)
    expect(run.lines[0]).toBe(`Through the running server (pid ${server.pid}).`)
    expect(run.lines.at(-1)).toBe('Added 0, revised 0, unchanged 327, refused 0.')
  })

  test('answers on its socket to commands alone', async () => {
    const [socket = ''] = (await readdir(data)).filter((name) => name.endsWith('.sock'))
    const status = await new Promise((resolve, reject) => {
      const asked = request({ socketPath: join(data, socket), path: '/reports' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.on('error', reject).end()
    })
    expect(status).toBe(404)
  })

  test('keeps a second one off its folder', async () => {
    const second = jauge(['serve'], { JAUGE_DATA: data, PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.lines).toEqual([
      expect.stringContaining(`Another Jauge server (pid ${server.pid}) holds ${data}`),
    ])
  })

  test('whose port is in use says so, and gives its folder back', async () => {
    const other = join(root, 'other')
    const { port } = new URL(address)
    const second = jauge(['serve'], { JAUGE_DATA: other, PORT: port })
    expect(await second.ended).toBe(1)
    expect(second.lines.at(-1)).toContain(`Port ${port} of 127.0.0.1 is in use`)
    expect((await readdir(other)).toSorted()).toEqual(['jauge.json', 'pglite'])
  })

  test('with a wrong setting says what is allowed, and does not start', async () => {
    const wrong = jauge(['serve'], { JAUGE_DATA: data, PORT: 'many' })
    expect(await wrong.ended).toBe(2)
    expect(wrong.lines).toEqual([expect.stringContaining('PORT is "many"; it must be a number')])
  })

  test('that is told to stop gives its folder back, and starts again with what it had', async () => {
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect((await readdir(data)).toSorted()).toEqual(['jauge.json', 'pglite'])
    server = jauge(['serve'], { JAUGE_DATA: data, PORT: '0' })
    await server.line(isAddress)
    expect(server.lines.join(' ')).not.toContain('loading')
    // Twice, as Ctrl+C in a terminal comes to a server below npm.
    server.kill('SIGINT')
    server.kill('SIGINT')
    expect(await server.ended).toBe(0)
  })
})
