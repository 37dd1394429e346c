import type { Instant } from '#domain/time.ts'

/** The session, and a sign-in at the identity provider that is under way. */
type Use = 'session' | 'attempt'

/**
 * Behind TLS the prefix makes browsers refuse a cookie from a neighbouring host, and without Secure. Over plain HTTP they
 * would not keep such a one.
 */
const NAMES: Record<Use, { secure: string; plain: string }> = {
  session: { secure: '__Host-jauge', plain: 'jauge' },
  attempt: { secure: '__Host-jauge-attempt', plain: 'jauge-attempt' },
}

/** The way back from the provider begins on its site, where a browser sends no cookie that is `Strict`. */
const SAME_SITE: Record<Use, 'Strict' | 'Lax'> = { session: 'Strict', attempt: 'Lax' }

/** As `randomText` writes it, one after the other: nothing else is worth looking up. */
const WRITTEN = /^[\w-]{43}(\.[\w-]{43}){0,3}$/

type CookieSetting = { use: Use; isSecure: boolean }

/**
 * What the cookie holds; null for none. Two of the name are none: one of them was planted by somebody else, and which is
 * not told.
 */
export function cookieOf(request: Request, { use, isSecure }: CookieSetting): string | null {
  const values = valuesOf(request, isSecure ? NAMES[use].secure : NAMES[use].plain)
  const [value = ''] = values
  return values.length === 1 && WRITTEN.test(value) ? value : null
}

/** True when a request carries a session cookie, whether or not it counts. */
export function hasCookie(request: Request): boolean {
  const { secure, plain } = NAMES.session
  return valuesOf(request, secure).length > 0 || valuesOf(request, plain).length > 0
}

function valuesOf(request: Request, name: string): string[] {
  return (request.headers.get('Cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}

/** The line that puts the cookie into a browser. */
export function settingCookie(value: string, expires: Instant, setting: CookieSetting): string {
  return line(value, `Expires=${new Date(expires).toUTCString()}`, setting)
}

/** The line that takes it out again. */
export function removingCookie(setting: CookieSetting): string {
  return line('', 'Max-Age=0', setting)
}

function line(value: string, end: string, { use, isSecure }: CookieSetting): string {
  const name = isSecure ? NAMES[use].secure : NAMES[use].plain
  const secure = isSecure ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${SAME_SITE[use]}${secure}; ${end}`
}
