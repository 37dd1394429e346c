import type { Instant } from '#domain/time.ts'

/** Behind TLS: the prefix makes browsers refuse it from a neighbouring host, and without Secure. */
const SECURE_NAME = '__Host-jauge'
/** Over plain HTTP, where browsers would not keep a Secure cookie. */
const PLAIN_NAME = 'jauge'

/** As `randomText` writes it: nothing else is worth looking up. */
const WRITTEN = /^[\w-]{43}$/

export type CookieSetting = { isSecure: boolean }

/**
 * What the session cookie holds; null for none. Two of the name are none: one of them was planted by somebody else, and
 * which is not told.
 */
export function cookieOf(request: Request, { isSecure }: CookieSetting): string | null {
  const values = valuesOf(request, isSecure ? SECURE_NAME : PLAIN_NAME)
  const [value = ''] = values
  return values.length === 1 && WRITTEN.test(value) ? value : null
}

/** True when a request carries a cookie of ours, whether or not it counts. */
export function hasCookie(request: Request): boolean {
  return valuesOf(request, SECURE_NAME).length > 0 || valuesOf(request, PLAIN_NAME).length > 0
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

function line(value: string, end: string, { isSecure }: CookieSetting): string {
  const name = isSecure ? SECURE_NAME : PLAIN_NAME
  const secure = isSecure ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}; ${end}`
}
