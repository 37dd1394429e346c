/** The address as the reader typed it: a proxy in front says so when it took the request over TLS. */
export function publicAddress(request: Request): URL {
  const url = new URL(request.url)
  if (request.headers.get('X-Forwarded-Proto') === 'https') url.protocol = 'https:'
  return url
}
