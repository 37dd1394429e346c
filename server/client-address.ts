const clients = new WeakMap<Request, string>()

/** Says who sent this request, as `outside.ts` writes it. */
export function rememberClient(request: Request, client: string): void {
  clients.set(request, client)
}

/**
 * Whom a limit counts by: an IPv4 address, or the /64 of an IPv6 address, since whoever has one of those has all of them.
 * "unknown" where nobody listens on a socket: in a test, and in a page. Never to be logged or kept.
 */
export function clientOf(request: Request): string {
  return clients.get(request) ?? 'unknown'
}
