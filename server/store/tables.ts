import {
  bigint,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ReportKind } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import type { AuditAction, KeyRole } from '#server/access/access-store.ts'
import type { StoredReport } from './store.ts'

/** Everything of ours lies in one schema, so that a database can be shared and a foreign one recognised. */
const jauge = pgSchema('jauge')

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** One row: whose database this is, in which format, and the last stamp given. */
export const deployment = jauge.table('deployment', {
  app: text().primaryKey(),
  format: integer().notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  lastReceived: moment('last_received'),
  /** Fingerprint of the gate that made the copies; null when a release made them that kept none. */
  policy: text(),
})

/** What was handed in, whole and for ever. Only the gate reads it, when it makes the copies. */
export const revisions = jauge.table(
  'revisions',
  {
    id: uuid().notNull(),
    revision: integer().notNull(),
    kind: text().$type<ReportKind>().notNull(),
    observedFrom: date('observed_from').notNull(),
    observedTo: date('observed_to').notNull(),
    publishedAt: moment('published_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    digest: text().notNull(),
    report: jsonb().$type<StoredReport>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.revision] })],
)

/** The roles a copy is kept for; an administrator reads the analyst's. */
export type CopyRole = Exclude<Role, 'admin'>

/**
 * What may be seen of a revision, and from when by whom: the gate's answers, kept so that nobody reads but what is disclosed.
 * Roles whose copies say the same share a row; null is never. The two bounds are the report's own; the observed day is the
 * copy's. Narrow, since all of it is read after a restart. Nothing but a writer's transaction ties it to `revisions`.
 */
export const copies = jauge.table('copies', {
  id: uuid().notNull(),
  revision: integer().notNull(),
  observedFrom: date('observed_from').notNull(),
  public: moment('public_from'),
  partner: moment('partner_from'),
  analyst: moment('analyst_from'),
  publishedAt: moment('published_at').notNull(),
  receivedAt: moment('received_at').notNull(),
  /** The copy in the words of `told.ts`. */
  told: text().notNull(),
})

/** What remains of a purged report: a digest of its id, by which it is known should it be handed in again. */
export const purged = jauge.table('purged', { digest: text().primaryKey() })

export const accessKeys = jauge.table('access_keys', {
  id: text().primaryKey(),
  label: text().notNull(),
  role: text().$type<KeyRole>().notNull(),
  digest: text().notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
  revokedAt: moment('revoked_at'),
})

export const sessions = jauge.table('sessions', {
  digest: text().primaryKey(),
  role: text().$type<KeyRole>().notNull(),
  label: text().notNull(),
  key: text().references(() => accessKeys.id),
  expiresAt: moment('expires_at').notNull(),
})

/** The log. The database itself refuses to change or remove a row. */
export const audit = jauge.table('audit', {
  n: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: moment('at').notNull(),
  by: text().notNull(),
  action: text().$type<AuditAction>().notNull(),
  about: text(),
})
