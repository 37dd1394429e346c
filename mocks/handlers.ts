import { delay, http, HttpResponse } from 'msw'
import type { HttpHandler, RequestHandlerOptions } from 'msw'
import type { Problem } from '#contract/problem.ts'

type App = { fetch: (request: Request) => Response | Promise<Response> }

/** In a page, an address without a host is the page's own; in Node there is none, so one is taken. */
const origin = typeof location === 'undefined' ? 'http://localhost' : location.origin
const under = (path: string) => new URL(path, origin).href

/** What the server answers beside its API, for other people's pages. */
const FRAMED = ['/embed/*', '/charts/*', '/oembed', '/feed.atom'] as const

/**
 * The server itself answers; nothing is imitated. The paths begin at the root: one that matched at any depth
 * would swallow the modules of `src/api` while developing.
 */
export function apiHandlers(app: App): HttpHandler[] {
  return ['/api/*', ...FRAMED].map((path) =>
    http.all(under(path), ({ request }) => app.fetch(request)),
  )
}

/** Drills stand in front of the app, never in it. `path` is below `/api/v1`: "/situation". */
function drill(
  path: string,
  answer: Parameters<typeof http.get>[1],
  options: RequestHandlerOptions = {},
) {
  return http.get(under(`/api/v1${path}`), answer, options)
}

/** Refuses the next request, then lets the app answer again. */
export function refusesOnce(path: string, status: number): HttpHandler {
  const problem: Problem = { type: 'about:blank', title: `Drill ${status}`, status }
  const headers = { 'Content-Type': 'application/problem+json' }
  return drill(path, () => HttpResponse.json(problem, { status, headers }), { once: true })
}

/** Keeps the asker waiting for good. */
export function silence(path: string): HttpHandler {
  return drill(path, async () => {
    await delay('infinite')
    return HttpResponse.error()
  })
}

/** Breaks the line: the asker gets no answer at all. */
export function brokenLine(path: string): HttpHandler {
  return drill(path, () => HttpResponse.error())
}

/** Answers with exactly this, right or wrong. */
export function fixedAnswer(
  path: string,
  json: Parameters<typeof HttpResponse.json>[0],
): HttpHandler {
  return drill(path, () => HttpResponse.json(json))
}
