import { NOTHING } from './content-policy.ts'
import { publicAddress } from './public-address.ts'

/** What a browser lends to pages, and none of ours needs. */
const UNUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
const PERMISSIONS = UNUSED.map((name) => `${name}=()`).join(', ')

/** Two years; of this host alone, since what else the operator has below it is not ours to decide. */
const TLS_ONLY = 'max-age=63072000'

/** Files of the build that other people's pages load: the scripts in and around their frames, the frames, the pictures. */
const LOADED_ELSEWHERE =
  /^(\/demo)?\/(embed\.js|og\.png|assets\/(enhance|redraw)-[\w-]+\.js|embed\/[a-z]+-[\w-]+\.html)$/

/**
 * Adds what every answer of the host carries. What already says its own policy keeps it; what says none may do nothing, so
 * that a new address is guarded before anybody thinks of it.
 */
export function guard(
  request: Request,
  { headers }: Response,
  { tiles }: { tiles: string | null },
): void {
  const { protocol, pathname } = new URL(publicAddress(request))
  headers.set('X-Content-Type-Options', 'nosniff')
  // Where a reader looks is in our addresses. A source of tiles may ask for the site's name, and gets no more.
  const tellsName = tiles !== null && !tiles.startsWith('/')
  headers.set('Referrer-Policy', tellsName ? 'strict-origin-when-cross-origin' : 'same-origin')
  // What is told to everybody may be loaded by everybody; what is told to one reader, by our own pages.
  const isForAll =
    headers.get('Access-Control-Allow-Origin') === '*' || LOADED_ELSEWHERE.test(pathname)
  headers.set('Cross-Origin-Resource-Policy', isForAll ? 'cross-origin' : 'same-origin')
  if (protocol === 'https:') headers.set('Strict-Transport-Security', TLS_ONLY)
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', NOTHING)
  if (isPage(headers)) guardPage(headers)
}

/** An answer without a body tells no type; the one it stands for was guarded when it came. */
function isPage(headers: Headers): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false
}

function guardPage(headers: Headers): void {
  headers.set('Permissions-Policy', PERMISSIONS)
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  const isFramed = headers.get('Content-Security-Policy')?.includes('frame-ancestors *')
  if (!isFramed) headers.set('X-Frame-Options', 'DENY')
}
