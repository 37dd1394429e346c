import { byText } from '#domain/by-text.ts'
import type { Instant } from '#domain/time.ts'
import { aboutKey } from './access-store.ts'
import type { AccessKey, AccessStore, AuditEntry, Session } from './access-store.ts'
import { stands } from './key.ts'

/** Keys, sessions and the log for as long as the page or the test lasts. It needs nothing of Node. */
export function memoryAccess({ now }: { now: () => Instant }): AccessStore {
  const keys = new Map<string, AccessKey & { digest: string }>()
  const sessions = new Map<string, Session>()
  const log: AuditEntry[] = []
  const note = (entry: Omit<AuditEntry, 'at'>) => void log.push({ at: utc(now()), ...entry })

  return {
    async addKey({ id, label, role, expiresAt, digest }, by) {
      if (keys.has(id)) throw new Error(`There is a key ${id} already.`)
      const key = { id, label, role, createdAt: utc(now()), expiresAt, revokedAt: null }
      keys.set(id, { ...key, digest })
      note({ by, action: 'key-made', about: aboutKey(key) })
      return key
    },
    async keys() {
      return [...keys.values()]
        .map(({ digest: _digest, ...key }) => key)
        .toSorted((a, b) => byText(b.createdAt, a.createdAt) || byText(a.id, b.id))
    },
    async keyOf(id) {
      const key = keys.get(id)
      return key === undefined ? null : { ...key }
    },
    async revokeKey(id, by) {
      const key = keys.get(id)
      if (key === undefined || !stands(key, now())) return false
      keys.set(id, { ...key, revokedAt: utc(now()) })
      for (const session of sessions.values())
        if (session.key === id) sessions.delete(session.digest)
      note({ by, action: 'key-revoked', about: aboutKey(key) })
      return true
    },

    async openSession(session) {
      for (const each of sessions.values()) if (hasEnded(each, now())) sessions.delete(each.digest)
      sessions.set(session.digest, { ...session })
    },
    async sessionOf(digest) {
      const session = sessions.get(digest)
      if (session === undefined || hasEnded(session, now())) return null
      const key = session.key === null ? null : keys.get(session.key)
      return key === undefined || (key !== null && !stands(key, now())) ? null : { ...session }
    },
    async closeSession(digest) {
      return sessions.delete(digest)
    },

    async note(entry) {
      note(entry)
    },
    async audit(limit) {
      return log.toReversed().slice(0, limit)
    },
  }
}

function hasEnded({ expiresAt }: Session, now: Instant): boolean {
  return Date.parse(expiresAt) <= Date.parse(now)
}

/** As PostgreSQL gives it back, to the millisecond. */
function utc(instant: Instant): Instant {
  return new Date(instant).toISOString()
}
