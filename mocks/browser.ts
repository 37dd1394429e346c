import { http } from 'msw'
import { setupWorker } from 'msw/browser'

type Answer = (request: Request) => Promise<Response>

/** How long a service worker may take to be there. Where it is blocked, some browsers say so and some say nothing. */
const PATIENCE_MS = 8000

/**
 * What a deployment below `base` answers: its API, what it gives to other people's pages, and the places of its own
 * geography. A star at the end stands for whatever is below.
 */
function pathsBelow(base: string): string[] {
  return ['api/*', 'embed/*', 'charts/*', 'oembed', 'geo/places.json'].map((path) => base + path)
}

/**
 * Lets a service worker pass this page's requests to `answer`. Rejects where there can be none: private windows of some
 * browsers, plain HTTP on another host, an old browser.
 */
export async function answerThroughServiceWorker(answer: Answer, base: string): Promise<void> {
  if (!('serviceWorker' in navigator)) throw new Error('no service worker')
  const worker = setupWorker(
    ...pathsBelow(base).map((path) =>
      http.all(new URL(path, location.href).href, ({ request }) => answer(request)),
    ),
  )
  forgiveFailedUpdates()
  const started = startAfresh(base).then(() =>
    worker.start({
      onUnhandledRequest: 'bypass',
      quiet: true,
      serviceWorker: { url: `${base}mockServiceWorker.js`, options: { scope: base } },
    }),
  )
  await Promise.race([started.then(controlled), lateness()])
  // It may be stopped at any time, and then forgets whom it serves: what it let pass, the page answers itself.
  answerWithinPage(answer, base, async (request, given) => {
    const response = await given(request.clone())
    return response.headers.get('X-Data-Mode') === 'demo' ? response : answer(request)
  })
}

/** A page that was reloaded past its service worker would be reloaded by MSW, in some browsers for ever. */
async function startAfresh(base: string): Promise<void> {
  if (navigator.serviceWorker.controller) return
  await (await navigator.serviceWorker.getRegistration(base))?.unregister()
}

/**
 * MSW asks the browser for a newer service worker and does not listen to the answer. After a reload the answer may be that
 * there is none to renew, since the page before gave its worker up as it closed: this page keeps the one that it has.
 */
function forgiveFailedUpdates(): void {
  addEventListener('unhandledrejection', (event) => {
    const { reason } = event
    const isThat = reason instanceof TypeError && /update a ServiceWorker/.test(reason.message)
    if (isThat) event.preventDefault()
  })
}

/** Resolves once requests of this page go through a service worker. */
async function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return
  await new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}

async function lateness(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  throw new Error('the service worker did not come')
}

/** Answers this page's own requests without any service worker. `how` may ask what was asked before it. */
export function answerWithinPage(
  answer: Answer,
  base: string,
  how: (request: Request, given: typeof fetch) => Promise<Response> = answer,
): void {
  const given = globalThis.fetch.bind(globalThis)
  globalThis.fetch = async (...asked) => {
    const request = new Request(...asked)
    return isBelow(base, request.url) ? how(request, given) : given(...asked)
  }
}

function isBelow(base: string, address: string): boolean {
  const { origin, pathname } = new URL(address)
  const isOne = (path: string) =>
    path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path
  return origin === location.origin && pathsBelow(base).some(isOne)
}
