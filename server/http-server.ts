import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { getRequestListener } from '@hono/node-server'
import { rememberClient } from './client-address.ts'
import { errorCode, OperatorError } from './operator-error.ts'
import { outsideOf } from './outside.ts'
import type { OutsideSettings } from './outside.ts'
import { rememberOrigin } from './public-address.ts'

/** How long answers under way may take after the signal to stop. */
const FAREWELL_MS = 5_000

type App = { fetch: (request: Request) => Response | Promise<Response> }
type ListenSettings = OutsideSettings & { port: number; host: string }

/** Answers HTTP from the app. Throws an OperatorError when the address cannot be had. */
export function listen(settings: ListenSettings, app: App): Promise<Server> {
  const { port, host } = settings
  const outside = outsideOf(settings)
  const answer = (request: Request, { incoming }: HttpBindings) => {
    const { client, origin } = outside(incoming, request.url)
    rememberClient(request, client)
    if (origin !== null) rememberOrigin(request, origin)
    return app.fetch(request)
  }
  const server = createServer(
    getRequestListener((request, bindings) => answer(request, bindings as HttpBindings)),
  )
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, host, port)))
    server.listen(port, host, () => resolve(server))
  })
}

/** Takes no more, and finishes what is under way. */
export async function close(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), FAREWELL_MS)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(impatient)
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
