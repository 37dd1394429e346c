import { connect } from 'node:net'
import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { close, LIMITS, listen } from './http-server.ts'
import type { Limits } from './http-server.ts'
import type { App } from './listener.ts'

const quick: Limits = {
  ...LIMITS,
  headersMs: 300,
  requestMs: 600,
  silenceMs: 2000,
  farewellMs: 1500,
}
const settings = { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: [] }
const log = { answered() {}, failed() {} }

let server: Server | null = null
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

async function serving(app: App, limits: Partial<Limits> = {}): Promise<number> {
  server = await listen({ settings, app, log, limits: { ...quick, ...limits } })
  return (server.address() as AddressInfo).port
}

/** A moment that others wait for. */
function toBeSaid() {
  let say = () => {}
  const said = new Promise<void>((resolve) => (say = resolve))
  return { said, say: () => say() }
}

const greeting: App = { fetch: () => new Response('good day') }

/** Reads what comes along, as far as it is allowed to, and says how much that was. */
const reading = (most: number): App => ({
  async fetch({ body }) {
    let total = 0
    for await (const piece of body ?? []) {
      total += piece.length
      if (total > most) return new Response('too much', { status: 413 })
    }
    return new Response(String(total))
  },
})

/** However it goes: a server may hang up in the middle of what is said to it. */
const gone = (socket: Socket) =>
  new Promise((resolve) => socket.on('error', () => {}).once('close', resolve))
const there = (socket: Socket) => new Promise((resolve) => socket.once('connect', resolve))

/** Says it over a bare socket, and gives all that comes back until the server hangs up. */
async function saying(port: number, ...words: string[]): Promise<{ heard: string }> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  for (const each of words) socket.write(each)
  await gone(socket)
  return { heard }
}

/** Says the same again and again, for as long as somebody listens. */
function repeating(socket: Socket, words: string, everyMs: number): void {
  const timer = setInterval(() => socket.writable && socket.write(words), everyMs)
  socket.once('close', () => clearInterval(timer))
}

const head = (path: string, ...more: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: jauge.example', 'Connection: close', ...more, '', ''].join('\r\n')
const post = (...more: string[]) => head('/', ...more).replace('GET', 'POST')

test('an ordinary question is answered', async () => {
  const { heard } = await saying(await serving(greeting), head('/'))
  expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(heard).toContain('good day')
})

test('an address of more than 8192 characters, or of more than 64 parameters, is refused in words', async () => {
  const port = await serving(greeting)
  const address = async (path: string) => (await saying(port, head(path))).heard
  expect(await address(`/?q=${'x'.repeat(8000)}`)).toContain('good day')
  for (const path of [`/?q=${'x'.repeat(8192)}`, `/?lang=en${'&a=1'.repeat(64)}`]) {
    const heard = await address(path)
    expect(heard).toMatch(/^HTTP\/1\.1 414 URI Too Long\r\n/)
    expect(heard).toContain('urn:jauge:problem:address')
    expect(heard.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  }
})

test.each([
  ['one large header', [`X-Large: ${'x'.repeat(20_000)}`], '431'],
  ['many headers', Array.from({ length: 2000 }, (_, n) => `X-${n}: 12345`), '431'],
  ['a host that is none', ['Host: a b'], '400'],
  ['a length that is none', ['Content-Length: many'], '400'],
  ['two ways to end', ['Content-Length: 3', 'Transfer-Encoding: chunked'], '400'],
])('%s is refused', async (_, headers, status) => {
  const asked = post(...headers)
  const words = headers.some((each) => each.startsWith('Host:'))
    ? asked.replace('Host: jauge.example\r\n', '')
    : asked
  const { heard } = await saying(await serving(greeting), words)
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('headers that never end are cut', async () => {
  const port = await serving(greeting)
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  socket.write('GET / HTTP/1.1\r\nHost: jauge.example\r\n')
  repeating(socket, 'X-More: 1\r\n', 50)
  await gone(socket)
  expect(heard).toMatch(/^HTTP\/1\.1 408 /)
})

test('a body that comes drop by drop is cut', async () => {
  const port = await serving(reading(Infinity))
  const socket = connect(port, '127.0.0.1')
  socket.write(post('Content-Length: 100000'))
  repeating(socket, 'x', 50)
  // Its hundred thousand drops would take an hour.
  await expect(gone(socket)).resolves.toBeDefined()
})

test.each([
  ['is refused as too large', 'POST', reading(10_000), '413'],
  ['is not read by whoever does not ask for it', 'POST', greeting, '200'],
  ['is none of a question’s business', 'GET', greeting, '200'],
])('a body without an end %s (%s), and cut', async (_, method, app, status) => {
  const port = await serving(app, { requestMs: 60_000 })
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  socket.write(
    post('Transfer-Encoding: chunked').replace('POST', method).replace('close', 'keep-alive'),
  )
  repeating(socket, `400\r\n${'x'.repeat(1024)}\r\n`, 2)
  await gone(socket)
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('whoever holds all connections keeps out others, not the server’s memory', async () => {
  const port = await serving(greeting, { connections: 2, headersMs: 60_000, requestMs: 60_000 })
  const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
  await Promise.all(held.map(there))
  expect((await saying(port, head('/'))).heard).toBe('')
  held[0]?.destroy()
  await expect.poll(async () => (await saying(port, head('/'))).heard).toContain('good day')
  held[1]?.destroy()
})

test('what is under way when the server is told to stop is finished and told; nothing new is taken', async () => {
  const kept: string[] = []
  const underWay = toBeSaid()
  const port = await serving({
    async fetch(request) {
      const text = await request.text()
      underWay.say()
      await new Promise((resolve) => setTimeout(resolve, 300))
      kept.push(text)
      return new Response('kept', { status: 201 })
    },
  })
  const idle = connect(port, '127.0.0.1')
  await there(idle)
  const keepsAlive = post('Content-Length: 6').replace('close', 'keep-alive')
  const asked = saying(port, `${keepsAlive}report`)
  await underWay.said
  // With more patience than this test has: a connection that has its answer is not waited for.
  const closed = close(server as Server, { ...quick, farewellMs: 600_000 })
  await expect(saying(port, head('/'))).resolves.toMatchObject({ heard: '' })
  expect((await asked).heard).toMatch(/^HTTP\/1\.1 201 /)
  await closed
  expect(kept).toEqual(['report'])
})

test('what does not end is not waited for, and not acknowledged', async () => {
  const underWay = toBeSaid()
  const port = await serving({
    fetch() {
      underWay.say()
      return new Promise<Response>(() => {})
    },
  })
  const asked = saying(port, head('/'))
  await underWay.said
  await close(server as Server, { ...quick, farewellMs: 200 })
  expect((await asked).heard).toBe('')
})

test('who has stopped reading is sent away', async () => {
  const port = await serving(
    { fetch: () => new Response(new Uint8Array(64 * 1024 * 1024)) },
    { silenceMs: 200 },
  )
  const held = new Promise<Socket>((resolve) => server?.once('connection', resolve))
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  const there = await held
  await gone(there)
  expect(there.destroyed).toBe(true)
  socket.destroy()
})

test('who waits for an answer that is long in coming is answered', async () => {
  const { said, say } = toBeSaid()
  const port = await serving(
    { fetch: () => said.then(() => new Response('at last')) },
    { silenceMs: 200 },
  )
  server?.once('connection', (socket) => socket.once('timeout', () => setImmediate(say)))
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect(await answer.text()).toBe('at last')
})
