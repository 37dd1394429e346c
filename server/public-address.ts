/** Kept beside the request, not in its headers: a header could have come from whoever asks. */
const origins = new WeakMap<Request, string>()

/** Says where the site stands for whoever sent this request: scheme, host and port, as `URL.origin` writes them. */
export function rememberOrigin(request: Request, origin: string): void {
  origins.set(request, origin)
}

/**
 * The address as the reader typed it. Its origin is what the listener worked out (`outside.ts`), and the request's own
 * where there is no listener: in a test, and in a page.
 */
export function publicAddress(request: Request): URL {
  const { origin, pathname, search } = new URL(request.url)
  // Put together as text: against a base, a path of two slashes would name another host.
  return new URL((origins.get(request) ?? origin) + pathname + search)
}
