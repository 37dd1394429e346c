import type { Role } from '#domain/role.ts'
import type { Caller } from './caller.ts'
import { PUBLIC } from './caller.ts'
import { hasCookie } from './cookie.ts'

/** Who is asking, and how one becomes somebody. */
export type Access = {
  /**
   * Who is behind a request. A bearer token that does not count is refused (401); a cookie that no longer counts makes its
   * bearer the public.
   */
  callerOf: (request: Request) => Promise<Caller>
  /** True where keys are traded for sessions. */
  keys: boolean
  /** What the deployment calls its identity provider; null where it has none. */
  provider: string | null
}

/** Everybody is of one role: in the demo, where the reader chooses it, and in tests. */
export function fixedAccess(roleNow: () => Role): Access {
  return {
    callerOf: async () => ({ ...PUBLIC, role: roleNow() }),
    keys: false,
    provider: null,
  }
}

/** True when an answer is for its asker alone: whoever shows something may be told more, now or a moment later. */
export function isPersonal(request: Request, { role }: Pick<Caller, 'role'>): boolean {
  return role !== 'public' || request.headers.has('Authorization') || hasCookie(request)
}
