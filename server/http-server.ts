import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { listenerOf } from './listener.ts'
import type { App } from './listener.ts'
import type { Log } from './log.ts'
import { errorCode, OperatorError } from './operator-error.ts'
import type { OutsideSettings } from './outside.ts'

/** What one client may take of the server, in time, bytes and connections. */
export type Limits = {
  /** For all headers of a request, ms. */
  headersMs: number
  /** For a whole request, ms: a batch of reports over a bad line takes its time. */
  requestMs: number
  /** For a client that has stopped reading its answer, ms. */
  silenceMs: number
  /** Between two requests on one connection, ms: more than the proxies in front wait, so that it is they who hang up. */
  idleMs: number
  /** Of all headers of a request, bytes. */
  headerBytes: number
  connections: number
  /** How long answers under way may take after the signal to stop, ms: less than Docker waits before it kills. */
  farewellMs: number
}

export const LIMITS: Limits = {
  headersMs: 15_000,
  requestMs: 60_000,
  silenceMs: 60_000,
  idleMs: 65_000,
  headerBytes: 16 * 1024,
  connections: 2000,
  farewellMs: 8000,
}

type Listening = {
  settings: OutsideSettings & { port: number; host: string }
  app: App
  log: Log
  limits: Limits
}

/** Answers HTTP from the app. Throws an OperatorError when the address cannot be had. */
export function listen({ settings, app, log, limits }: Listening): Promise<Server> {
  const { port, host } = settings
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      // Node looks for what takes too long every half minute.
      connectionsCheckingInterval: Math.min(limits.headersMs, 5000),
    },
    listenerOf({ app, settings, log }),
  )
  server.maxConnections = limits.connections
  server.setTimeout(limits.silenceMs, (socket: Socket) => {
    // Whoever waits for an answer that we are still working out is as silent, and is not to be sent away.
    if (socket.writableLength > 0) socket.destroy()
  })
  rememberSockets(server)
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, host, port)))
    server.listen(port, host, () => resolve(server))
  })
}

const socketsOf = new WeakMap<Server, ReadonlySet<Socket>>()

function rememberSockets(server: Server): void {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  socketsOf.set(server, sockets)
}

/** Takes no more, and finishes what is under way; hangs up on what does not end. */
export async function close(server: Server, { farewellMs }: Limits): Promise<void> {
  // Browsers connect ahead of what they may ask later; Node would wait for it.
  for (const socket of socketsOf.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy()
  const impatient = setTimeout(() => server.closeAllConnections(), farewellMs)
  // A connection whose last answer has gone out waits for another question, which nobody will take.
  const answered = setInterval(() => server.closeIdleConnections(), 50)
  await new Promise((resolve) => {
    server.close(resolve)
  })
  clearTimeout(impatient)
  clearInterval(answered)
}

/** An IPv6 address stands in brackets; a server on all addresses is reached by any, so by the nearest. */
export function addressOf(server: Server, host: string): string {
  const bound = server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : ''
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}

function inWords(error: Error, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is in use by another program. Stop it, or set PORT to another number.`,
    EACCES: `This user may not listen on port ${port}. Set PORT to a number of 1024 or more.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Correct HOST.`,
    ENOTFOUND: `This machine has no address ${host}. Correct HOST.`,
  }
  const reason = reasons[errorCode(error) ?? '']
  return reason === undefined ? error : new OperatorError(reason, 1, { cause: error })
}
