import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { handedInQueue } from '#mocks/handed-in.ts'
import { jauge } from './process-for-tests.ts'
import type { Jauge } from './process-for-tests.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const LABEL = 'Desk of the north'
const NEEDLE = 'needle-in-the-log'

let root: string
let settings: Record<string, string>
let key: string
let server: Jauge
let address: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'jauge-stopping-'))
  settings = { JAUGE_DATA: join(root, 'data'), PORT: '0', TRUST_PROXY: 'loopback' }
  await start()
  const made = jauge(['keys', 'add', '--role', 'partner', '--label', LABEL], settings)
  key = await made.line((line) => line.startsWith('jauge_'))
  await made.ended
})
afterAll(async () => {
  server.kill('SIGKILL')
  await rm(root, { recursive: true, force: true })
})

async function start(): Promise<void> {
  server = jauge(['serve'], settings)
  const line = await server.line((each) => each.startsWith('Jauge is at'))
  address = line.replace('Jauge is at ', '')
}

const reports = (n: number) => {
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
  return JSON.stringify({ reports: [handedInQueue(n, { observedAt: hourAgo })] })
}

const ask = (path: string, init: RequestInit = {}) => fetch(address + path, init)
const asPartner = () => ({ Authorization: `Bearer ${key}` })

/** Whether it is there already: handed in once more, it changes nothing. */
async function kept(n: number): Promise<boolean> {
  const answer = await ask('/api/v1/reports', {
    method: 'POST',
    headers: { ...asPartner(), 'Content-Type': 'application/json' },
    body: reports(n),
  })
  const { receipts } = (await answer.json()) as { receipts: { outcome: string }[] }
  return receipts[0]?.outcome !== 'added'
}

/** Begins to hand in a report over a bare socket: everything but the last ten bytes. */
async function begin(n: number) {
  const body = reports(n)
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  const told = { heard: '' }
  socket.setEncoding('utf8').on('data', (text: string) => (told.heard += text))
  const gone = new Promise((resolve) => socket.on('error', () => {}).once('close', resolve))
  await once(socket, 'connect')
  const head = [
    'POST /api/v1/reports HTTP/1.1',
    'Host: jauge.example',
    'Content-Type: application/json',
    `Authorization: Bearer ${key}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    '',
  ].join('\r\n')
  socket.write(head + body.slice(0, -10))
  // The server has the head before it is told anything else.
  await new Promise((resolve) => setTimeout(resolve, 500))
  return { told, gone, finish: () => socket.write(body.slice(-10)) }
}

describe('what a server writes to its output', () => {
  test('has no key, cookie, label, client, query or words of whoever asks', async () => {
    const signedIn = await ask('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address },
      body: JSON.stringify({ key }),
    })
    const cookie = /^[^;]+/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[0] ?? ''
    expect(cookie).toMatch(/^jauge=.{40}/)
    const said = { 'User-Agent': NEEDLE, Referer: `http://${NEEDLE}/`, 'Accept-Language': 'en' }
    const asked: [string, RequestInit][] = [
      [`/?place=${NEEDLE}`, { headers: { ...said, 'X-Forwarded-For': '198.51.100.77' } }],
      [`/${NEEDLE}`, { headers: said }],
      [`/api/v1/reports?at=${NEEDLE}`, { headers: { ...said, Cookie: cookie } }],
      [`/api/v1/reports/${NEEDLE}`, { headers: asPartner() }],
      ['/api/v1/session', { headers: asPartner() }],
      ['/api/v1/session', { headers: { Authorization: `Bearer jauge_${NEEDLE}` } }],
      ['/api/v1/reports', { method: 'POST', headers: asPartner(), body: NEEDLE }],
      ['/api/v1/session', { method: 'DELETE', headers: { Cookie: cookie, Origin: address } }],
    ]
    for (const [path, init] of asked) await (await ask(path, init)).arrayBuffer()
    await server.line((line) => line.includes('"DELETE"'))
    const lines = server.lines.filter((line) => line.startsWith('{'))
    expect(lines.length).toBeGreaterThan(asked.length)
    const text = lines.join('\n')
    const [, id = '', secret = ''] = key.split('_')
    const secrets = [
      NEEDLE,
      LABEL,
      id,
      secret,
      cookie.split('=')[1] ?? '',
      '198.51.100',
      '127.0.0.1',
    ]
    expect(secrets.filter((each) => each === '' || text.includes(each))).toEqual([])
    expect(text).toContain('"role":"partner"')
    expect(text).toContain('"route":"/api/v1/reports/{id}"')
  })
})

describe('a server that is told to stop while a report comes in', () => {
  test('takes it to its end: what it acknowledged is there when it starts again', async () => {
    const { told, gone, finish } = await begin(1)
    server.kill('SIGTERM')
    await server.line((line) => line.startsWith('Stopping'))
    finish()
    await gone
    expect(await server.ended).toBe(0)
    expect(told.heard).toMatch(/^HTTP\/1\.1 200 /)
    expect(told.heard).toContain('"outcome":"added"')
    await start()
    expect(await kept(1)).toBe(true)
  })

  test('acknowledges nothing of one that does not come to its end, and keeps nothing', async () => {
    const { told, gone } = await begin(2)
    server.kill('SIGTERM')
    await gone
    expect(await server.ended).toBe(0)
    expect(told.heard).not.toMatch(/^HTTP\/1\.1 2/)
    await start()
    expect(await kept(2)).toBe(false)
  })
})
