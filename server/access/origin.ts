import { Refusal } from '#server/problem.ts'
import { publicAddress } from '#server/public-address.ts'

/**
 * Refuses what a page of another site sends in somebody's name. Browsers say where a request comes from in headers that no
 * page can change; who says nothing is no browser, and shows a key instead of a cookie.
 */
export function refuseFromElsewhere(request: Request): void {
  const site = request.headers.get('Sec-Fetch-Site')
  const origin = request.headers.get('Origin')
  // The first is sent over TLS and to this machine alone; over plain HTTP the second has to do.
  const isOurs =
    site === null
      ? origin !== null && origin === publicAddress(request).origin
      : site === 'same-origin' || site === 'none'
  if (!isOurs) throw new Refusal('cross-site')
}
