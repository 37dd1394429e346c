import type { Instant } from '#domain/time.ts'
import { clientOf } from '#server/client-address.ts'
import { Refusal } from '#server/problem.ts'
import { publicAddress } from '#server/public-address.ts'
import type { Access, SignedIn } from './access.ts'
import type { AccessStore, Session } from './access-store.ts'
import { PUBLIC } from './caller.ts'
import type { Caller } from './caller.ts'
import { cookieOf, removingCookie, settingCookie } from './cookie.ts'
import { randomText, sha256 } from './digest.ts'
import { parseKey, verifyKey } from './key.ts'
import type { Limits } from './limits.ts'
import type { Provider } from './provider.ts'

/** A working day: whoever leaves a shared machine without signing out is signed out by the next morning. */
const SESSION_HOURS = 12
const HOUR_MS = 3_600_000
/** How long a refused sign-in takes at least. */
const REFUSAL_PAUSE_MS = 500

type Parts = {
  store: AccessStore
  now: () => Instant
  /** Absent: nothing is counted. */
  limits?: Limits
  provider?: Provider | null
  pauseMs?: number
}

/** Whoever has a key, or a session that is kept in the store. */
export function storedAccess({ pauseMs = REFUSAL_PAUSE_MS, ...parts }: Parts): Access {
  const { store, now, limits, provider = null } = parts

  async function withBearer(request: Request, token: string): Promise<Caller> {
    const key = await verifyKey(token, { access: store, now: now() })
    if (key !== null) {
      const { role, label, expiresAt } = key
      return { role, label, by: 'key', expiresAt }
    }
    const client = clientOf(request)
    // Before anything is written down or remembered: each invented key is news, and nobody runs out of those.
    await refuseTooMany(limits?.refusals.take(client))
    const isNews = !limits || (await limits.entries.take(`${client} ${namedIn(token)}`)) === null
    if (isNews) await noteRefusal(namedIn(token))
    throw new Refusal('key')
  }

  async function open(request: Request, who: Omit<Session, 'digest'>): Promise<SignedIn> {
    const setting = settingOf(request)
    // Never the value that came in: whoever planted that would be in the session too.
    const value = randomText()
    await close(request)
    await store.openSession({ ...who, digest: await sha256(value) })
    const how = who.key === null ? 'identity provider' : `key ${who.key}`
    await store.note({ by: who.label, action: 'signed-in', about: `${who.role}, ${how}` })
    return { caller: callerIn(who), cookie: settingCookie(value, who.expiresAt, setting) }
  }

  async function close(request: Request): Promise<void> {
    const value = cookieOf(request, settingOf(request))
    if (value === null) return
    const digest = await sha256(value)
    const session = await store.sessionOf(digest)
    if (!(await store.closeSession(digest)) || session === null) return
    await store.note({ by: session.label, action: 'signed-out', about: null })
  }

  function noteRefusal(about: string): Promise<void> {
    return store.note({ by: 'somebody', action: 'sign-in-refused', about })
  }

  function sessionEnd(keyEnd: Instant | null): Instant {
    const end = new Date(Date.parse(now()) + SESSION_HOURS * HOUR_MS).toISOString()
    return keyEnd !== null && Date.parse(keyEnd) < Date.parse(end) ? keyEnd : end
  }

  return {
    async callerOf(request) {
      const token = bearerOf(request)
      if (token !== null) return withBearer(request, token)
      const value = cookieOf(request, settingOf(request))
      const session = value === null ? null : await store.sessionOf(await sha256(value))
      if (session === null) return PUBLIC
      return callerIn(session)
    },
    door: {
      async withKey(request, text) {
        const client = clientOf(request)
        // Counted before it is looked at, so that many at once count too.
        await refuseTooMany(limits?.refusals.take(client))
        const key = await verifyKey(text, { access: store, now: now() })
        if (key === null) {
          await noteRefusal(namedIn(text))
          await new Promise((resolve) => setTimeout(resolve, pauseMs))
          throw new Refusal('key')
        }
        await limits?.refusals.giveBack(client)
        const { id, role, label } = key
        return open(request, { role, label, key: id, expiresAt: sessionEnd(key.expiresAt) })
      },
      vouched: (request, { role, label }) =>
        open(request, { role, label, key: null, expiresAt: sessionEnd(null) }),
      async refused(request, where) {
        await refuseTooMany(limits?.refusals.take(clientOf(request)))
        await noteRefusal(where)
      },
      async leave(request) {
        await close(request)
        return removingCookie(settingOf(request))
      },
    },
    provider,
  }
}

/** The token of `Authorization: Bearer …`, which may be empty; null where another scheme or none is used. */
function bearerOf(request: Request): string | null {
  const [scheme = '', ...rest] = (request.headers.get('Authorization') ?? '').trim().split(/\s+/)
  return scheme.toLowerCase() === 'bearer' ? rest.join(' ') : null
}

function settingOf(request: Request) {
  return { use: 'session', isSecure: publicAddress(request).protocol === 'https:' } as const
}

function callerIn({ role, label, expiresAt }: Omit<Session, 'digest'>): Caller {
  return { role, label, by: 'session', expiresAt }
}

/** What was typed is not repeated: it may be anything, a password for something else too. */
function namedIn(text: string): string {
  const id = parseKey(text)?.id
  return id === undefined ? 'no key' : `key ${id}`
}

async function refuseTooMany(taken: Promise<number | null> | undefined): Promise<void> {
  const seconds = (await taken) ?? null
  if (seconds !== null) throw new Refusal('too-many', { seconds })
}
