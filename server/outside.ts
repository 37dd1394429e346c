import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'
import proxyaddr from 'proxy-addr'

/** What a request looks like from outside of the proxies that the operator trusts. */
export type Outside = {
  /** As `clientOf` gives it. */
  client: string
  /** Null when only the request itself knows. */
  origin: string | null
}

export type OutsideSettings = {
  /** The public address, which then holds for every request; null when each request says it by its own. */
  publicUrl: string | null
  /** Whose word counts about where a request came from, as `proxy-addr` reads it; empty for nobody's. */
  trustProxy: readonly string[]
}

/**
 * Works out what the proxies in front say: `X-Forwarded-For` and `X-Forwarded-Proto` count when a trusted one sent them.
 * `X-Forwarded-Host` never does: proxies pass on what a stranger wrote there, and `JAUGE_URL` says it better.
 */
export function outsideOf(
  settings: OutsideSettings,
): (incoming: IncomingMessage, url: string) => Outside {
  const trusts = proxyaddr.compile([...settings.trustProxy])
  return (incoming, url) => ({
    client: clientFrom(incoming, trusts),
    origin: settings.publicUrl ?? originFrom(incoming, url, trusts),
  })
}

type Trusts = (address: string, hop: number) => boolean

function clientFrom(incoming: IncomingMessage, trusts: Trusts): string {
  // What a trusted proxy passes on may still be no address at all; then the proxy itself is the client.
  const said = network(proxyaddr(incoming, trusts))
  return said ?? network(incoming.socket.remoteAddress) ?? 'unknown'
}

function originFrom(incoming: IncomingMessage, url: string, trusts: Trusts): string | null {
  const { remoteAddress } = incoming.socket
  if (remoteAddress === undefined || !trusts(remoteAddress, 0)) return null
  const scheme = incoming.headers['x-forwarded-proto']
  if (scheme !== 'https' && scheme !== 'http') return null
  return `${scheme}://${new URL(url).host}`
}

function network(address: string | undefined): string | null {
  const bare = (address ?? '').replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')
  if (isIPv4(bare)) return bare
  return isIPv6(bare) ? firstHalf(bare) : null
}

/** "2001:db8::7" → "2001:db8:0:0::/64" */
function firstHalf(address: string): string {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const before = groups(head)
  const after = groups(tail ?? '')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
