import type { Hono } from 'hono'
import { API_BASE } from '#contract/route.ts'
import { WhoAmI } from '#contract/session.ts'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import type { Access } from '#server/access/access.ts'
import type { AccessStore } from '#server/access/access-store.ts'
import { makeLimits } from '#server/access/limits.ts'
import { memoryAccess } from '#server/access/memory-access.ts'
import { storedAccess } from '#server/access/stored-access.ts'
import { rememberClient } from '#server/client-address.ts'
import { rememberOrigin } from '#server/public-address.ts'
import { apiOver } from './api-over.ts'

/** What a page of ours sends along. */
export const OURS = { Origin: 'http://localhost', 'Content-Type': 'application/json' }

type Asking = { headers?: Record<string, string>; isSecure?: boolean; client?: string }

/** The sign-in of a deployment, over a store of keys of its own. */
export type AtTheDoor = {
  api: Hono
  keys: AccessStore
  ask: (method: string, asking?: Asking & { body?: string }) => Promise<Response>
  signIn: (key: string, asking?: Asking) => Promise<Response>
  /** Whom the server takes somebody for who sends these headers. */
  roleOf: (headers: Record<string, string>) => Promise<Role>
}

export async function atTheDoor(now: () => Instant, given?: Access): Promise<AtTheDoor> {
  const keys = memoryAccess({ now })
  const access = given ?? storedAccess({ store: keys, now, limits: makeLimits(), pauseMs: 0 })
  const { api } = await apiOver([], { access, now })

  const ask: AtTheDoor['ask'] = async (method, { headers = {}, isSecure, client, body } = {}) => {
    const sent = body === undefined ? {} : { body }
    const request = new Request(`http://localhost${API_BASE}/session`, { method, headers, ...sent })
    if (isSecure) rememberOrigin(request, 'https://localhost')
    if (client) rememberClient(request, client)
    return api.fetch(request)
  }
  return {
    api,
    keys,
    ask,
    signIn: (key, { headers, ...asking } = {}) =>
      ask('POST', { ...asking, headers: { ...OURS, ...headers }, body: JSON.stringify({ key }) }),
    roleOf: async (headers) => WhoAmI.parse(await (await ask('GET', { headers })).json()).role,
  }
}

/** What a browser would send back. */
export function cookieIn(response: Response): string {
  return (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
}
