import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'

/** Who is behind a request, as far as they showed it. */
export type Caller = {
  role: Role
  /** What the audit log calls them: the label of a key, or the name an identity provider gave. Null for the public. */
  label: string | null
  /** What they showed: nothing, a key as bearer token, or the cookie of a session. */
  by: 'nothing' | 'key' | 'session'
  /** When this ends by itself; null for never. */
  expiresAt: Instant | null
}

/** Whoever shows nothing, and whoever shows a cookie that no longer counts. */
export const PUBLIC: Caller = { role: 'public', label: null, by: 'nothing', expiresAt: null }
