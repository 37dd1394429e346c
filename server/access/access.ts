import type { Role } from '#domain/role.ts'
import type { KeyRole } from './access-store.ts'
import type { Caller } from './caller.ts'
import { PUBLIC } from './caller.ts'
import { hasCookie } from './cookie.ts'
import type { Provider } from './provider.ts'

/** Who is asking, and how one becomes somebody. */
export type Access = {
  /**
   * Who is behind a request. A bearer token that does not count is refused (401); a cookie that no longer counts makes its
   * bearer the public.
   */
  callerOf: (request: Request) => Promise<Caller>
  /** Where keys are traded for sessions; null where nobody signs in, as in the demo. */
  door: Door | null
  /** The deployment's identity provider; null where it has none. */
  provider: Provider | null
}

/** Opens and ends sessions. Each answer needs its `Set-Cookie` line to reach the browser. */
export type Door = {
  /** Throws a refusal for a key that opens nothing, whatever the reason, and for too many of those. */
  withKey: (request: Request, key: string) => Promise<SignedIn>
  /** For whom an identity provider vouches. */
  vouched: (request: Request, who: Vouched) => Promise<SignedIn>
  /** Writes down that somebody was not let in, and where. Throws a refusal when that happens too often. */
  refused: (request: Request, where: string) => Promise<void>
  /** Ends the session of a request, if it has one. Gives the line that takes its cookie out of the browser. */
  leave: (request: Request) => Promise<string>
}

export type Vouched = { label: string; role: KeyRole }
export type SignedIn = { caller: Caller; cookie: string }

/** Everybody is of one role: in the demo, where the reader chooses it, and in tests. */
export function fixedAccess(roleNow: () => Role): Access {
  return {
    async callerOf() {
      const role = roleNow()
      return role === 'public' ? PUBLIC : { ...PUBLIC, role, by: 'key' }
    },
    door: null,
    provider: null,
  }
}

const READING = ['GET', 'HEAD', 'OPTIONS']

/** True when an answer is for its asker alone: whoever shows something may be told more, now or a moment later. */
export function isPersonal(request: Request, { role }: Pick<Caller, 'role'>): boolean {
  return (
    role !== 'public' ||
    !READING.includes(request.method) ||
    request.headers.has('Authorization') ||
    hasCookie(request)
  )
}
