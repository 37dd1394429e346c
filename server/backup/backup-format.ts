import * as z from 'zod'
import type { AuditAction } from '#server/access/access-store.ts'
import type { StoredReport } from '#server/store/store.ts'
import { APP } from '#server/store/format.ts'

/** Of the file alone. Raised when a release that reads today's could not read what it writes. */
export const BACKUP = 1

const Instant = z.iso.datetime()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first line: whose it is, and what must be in it. */
export const Header = z.object({
  app: z.literal(APP),
  backup: z.int(),
  /** Of the database that it was made from. */
  format: z.int(),
  release: z.string(),
  at: Instant,
  counts: z.object({
    revisions: z.int(),
    keys: z.int(),
    log: z.int(),
    tombstones: z.int(),
  }),
})
export type Header = z.infer<typeof Header>

/** A report as it was handed in, with its revision and stamp. What else the database keeps of it is made from this. */
const Stored = z.custom<StoredReport>(
  (value) =>
    z
      .looseObject({
        id: z.uuid(),
        revision: z.int(),
        receivedAt: Instant,
        publishedAt: z.string(),
        observedAt: z.string(),
        body: z.looseObject({ kind: z.string() }),
      })
      .safeParse(value).success,
)

const KeyRow = z.object({
  id: z.string(),
  digest: Sha256,
  label: z.string(),
  role: z.enum(['partner', 'analyst', 'admin']),
  createdAt: Instant,
  expiresAt: z.nullable(Instant),
  revokedAt: z.nullable(Instant),
})
export type KeyRow = z.infer<typeof KeyRow>

const LogRow = z.object({
  at: Instant,
  by: z.string(),
  /** A text: a log may name what only another release does. */
  action: z.custom<AuditAction>((value) => typeof value === 'string'),
  about: z.nullable(z.string()),
})
export type LogRow = z.infer<typeof LogRow>

/**
 * Everything between the first line and the last. Sessions are left out: who is signed in now is nothing to bring
 * back later. Copies are left out: the gate of the release that restores makes them.
 */
export const Row = z.discriminatedUnion('table', [
  z.object({
    table: z.literal('deployment'),
    row: z.object({ version: z.int(), lastReceived: z.nullable(Instant) }),
  }),
  z.object({ table: z.literal('revisions'), row: Stored }),
  z.object({ table: z.literal('keys'), row: KeyRow }),
  z.object({ table: z.literal('log'), row: LogRow }),
  z.object({ table: z.literal('tombstones'), row: z.object({ digest: z.string() }) }),
])
export type Row = z.infer<typeof Row>

/** The last line: SHA-256, in hex, of every byte before it. It shows a cut and a slip, not a forger. */
export const Seal = z.object({ sha256: Sha256 })
