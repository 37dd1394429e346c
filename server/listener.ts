import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { getRequestListener } from '@hono/node-server'
import { ROLE_HEADER } from '#contract/session.ts'
import { rememberClient } from './client-address.ts'
import { languageOf } from './language.ts'
import type { Answered, Log } from './log.ts'
import { outsideOf } from './outside.ts'
import type { OutsideSettings } from './outside.ts'
import { problemResponse, Refusal } from './problem.ts'
import { rememberOrigin } from './public-address.ts'
import { guard } from './security-headers.ts'
import { serverWords } from './words.ts'

export type App = { fetch: (request: Request) => Response | Promise<Response> }

type Parts = { app: App; settings: OutsideSettings; log: Log }

/** Our longest address, an oEmbed question about an embed with every choice made, has some 1,500 characters. */
const LONGEST = { characters: 8192, parameters: 64 }

/** How long whoever was answered may go on sending what nobody reads. */
const TRAILING_MS = 500

/** Answers Node's requests from an app that knows none: tells it of the outside, and the log of its answers. */
export function listenerOf({ app, settings, log }: Parts): RequestListener {
  const outside = outsideOf(settings)
  /** As whom each was answered: Node forgets the headers that it has sent. */
  const roles = new WeakMap<IncomingMessage, string>()
  async function answer(request: Request, { incoming }: HttpBindings): Promise<Response> {
    const { client, origin } = outside(incoming, request.url)
    rememberClient(request, client)
    if (origin !== null) rememberOrigin(request, origin)
    const isFit = fits(incoming.url ?? '')
    const response = isFit ? await app.fetch(request) : refused(request)
    roles.set(incoming, response.headers.get(ROLE_HEADER) ?? 'public')
    return guarded(request, response)
  }
  const listener = getRequestListener(
    (request, bindings) => answer(request, bindings as HttpBindings),
    { errorHandler: (error) => unanswered(error, log) },
  )
  return (incoming, outgoing) => {
    follow(incoming, outgoing, (told) =>
      log.answered({ ...told, role: roles.get(incoming) ?? 'public' }),
    )
    cutWhatTrails(incoming, outgoing)
    void listener(incoming, outgoing)
  }
}

function fits(address: string): boolean {
  return (
    address.length <= LONGEST.characters &&
    address.split('&', LONGEST.parameters + 1).length <= LONGEST.parameters
  )
}

function refused(request: Request): Response {
  const lang = languageOf(request)
  return problemResponse(new Refusal('address', LONGEST), serverWords(lang), lang)
}

/** What the site answers is guarded by it; what never came there, and the API without a site, is guarded here. */
function guarded(request: Request, response: Response): Response {
  if (!response.headers.has('Content-Security-Policy')) guard(request, response, { tiles: null })
  return response
}

/** For a request that is none, such as one that names no host; and for a fault of ours. */
function unanswered(error: unknown, log: Log): Response {
  const isTheirs = error instanceof Error && error.name === 'RequestError'
  if (!isTheirs) log.failed(error instanceof Error ? error : new Error(String(error)))
  const response = new Response(null, { status: isTheirs ? 400 : 500 })
  return guarded(new Request('http://unknown/'), response)
}

function follow(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  tell: (told: Omit<Answered, 'role'>) => void,
): void {
  const begun = performance.now()
  outgoing.once('close', () =>
    tell({
      method: incoming.method ?? '',
      path: (incoming.url ?? '').replace(/\?[^]*$/, ''),
      status: outgoing.statusCode,
      ms: performance.now() - begun,
      cut: !outgoing.writableFinished,
    }),
  )
}

/** An answer may come before the whole question has: whatever still comes then is for nobody, and may have no end. */
function cutWhatTrails(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.once('finish', () => {
    if (incoming.complete) return
    const timer = setTimeout(() => incoming.complete || incoming.destroy(), TRAILING_MS)
    incoming.once('close', () => clearTimeout(timer))
  })
}
