import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Database } from '#server/store/postgres-state.ts'
import { accessKeys, audit, sessions } from '#server/store/tables.ts'
import { aboutKey } from './access-store.ts'
import type { AccessKey, AccessStore, AuditEntry } from './access-store.ts'

type Insert = Pick<Database, 'insert'>

/** Keys, sessions and the log over a migrated database, which it shares with the store of reports. */
export function postgresAccess(database: Database, { now }: { now: () => Instant }): AccessStore {
  const note = (query: Insert, entry: Omit<AuditEntry, 'at'>) =>
    appendToLog(query, { at: now(), ...entry })
  /** Rows of keys that neither were revoked nor have expired. */
  const stands = () =>
    and(
      isNull(accessKeys.revokedAt),
      or(isNull(accessKeys.expiresAt), gt(accessKeys.expiresAt, new Date(now()))),
    )

  return {
    async addKey({ id, label, role, expiresAt, digest }, by) {
      return database.transaction(async (transaction) => {
        const [row] = await transaction
          .insert(accessKeys)
          .values({
            id,
            label,
            role,
            digest,
            createdAt: new Date(now()),
            expiresAt: asDate(expiresAt),
          })
          .onConflictDoNothing()
          .returning()
        if (row === undefined) throw new Error(`There is a key ${id} already.`)
        await note(transaction, { by, action: 'key-made', about: aboutKey(row) })
        return keyOf(row)
      })
    },
    async keys() {
      const rows = await database
        .select()
        .from(accessKeys)
        .orderBy(desc(accessKeys.createdAt), accessKeys.id)
      return rows.map(keyOf)
    },
    async keyOf(id) {
      const [row] = await database.select().from(accessKeys).where(eq(accessKeys.id, id))
      return row === undefined ? null : { ...keyOf(row), digest: row.digest }
    },
    async revokeKey(id, by) {
      return database.transaction(async (transaction) => {
        const [row] = await transaction
          .update(accessKeys)
          .set({ revokedAt: new Date(now()) })
          .where(and(eq(accessKeys.id, id), stands()))
          .returning()
        if (row === undefined) return false
        await transaction.delete(sessions).where(eq(sessions.key, id))
        await note(transaction, { by, action: 'key-revoked', about: aboutKey(row) })
        return true
      })
    },

    async openSession({ expiresAt, ...session }) {
      // Who was signed in once is nobody's business afterwards.
      await database.delete(sessions).where(lte(sessions.expiresAt, new Date(now())))
      await database.insert(sessions).values({ ...session, expiresAt: new Date(expiresAt) })
    },
    async sessionOf(digest) {
      const [row] = await database
        .select({ session: sessions })
        .from(sessions)
        .leftJoin(accessKeys, eq(accessKeys.id, sessions.key))
        .where(
          and(
            eq(sessions.digest, digest),
            gt(sessions.expiresAt, new Date(now())),
            or(isNull(sessions.key), stands()),
          ),
        )
      return row === undefined
        ? null
        : { ...row.session, expiresAt: row.session.expiresAt.toISOString() }
    },
    async closeSession(digest) {
      const gone = await database
        .delete(sessions)
        .where(eq(sessions.digest, digest))
        .returning({ digest: sessions.digest })
      return gone.length > 0
    },

    note: (entry) => note(database, entry),
    async audit(limit) {
      const rows = await database.select().from(audit).orderBy(desc(audit.n)).limit(limit)
      return rows.map(({ n: _n, at, ...entry }) => ({ at: at.toISOString(), ...entry }))
    },
  }
}

/** Adds to the log, within a transaction where what it tells of is done in one. */
export async function appendToLog(query: Insert, { at, ...entry }: AuditEntry): Promise<void> {
  await query.insert(audit).values({ at: new Date(at), ...entry })
}

function keyOf({
  digest: _digest,
  createdAt,
  expiresAt,
  revokedAt,
  ...key
}: typeof accessKeys.$inferSelect): AccessKey {
  return {
    ...key,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}

function asDate(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
