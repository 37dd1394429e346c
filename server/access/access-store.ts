import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'

/** A role that has to be shown: nobody needs a key to be the public. */
export type KeyRole = Exclude<Role, 'public'>

/** An access key as it is listed: never with anything that it could be made from. */
export type AccessKey = {
  /** Public part of the key, in its text and in the list. */
  id: string
  /** Person or program that it was made for. */
  label: string
  role: KeyRole
  createdAt: Instant
  /** Null: it lasts until it is revoked. */
  expiresAt: Instant | null
  revokedAt: Instant | null
}

export type NewKey = Pick<AccessKey, 'id' | 'label' | 'role' | 'expiresAt'> & {
  /** SHA-256 of the secret part, in hex: the secret has 256 random bits, so no slower digest is needed. */
  digest: string
}

/** A browser's sign-in. Kept in the store, so that it ends at once for all instances, and outlives a restart. */
export type Session = {
  /** SHA-256 of the cookie's value, in hex: the value itself is nowhere but in the cookie. */
  digest: string
  role: KeyRole
  label: string
  /** The key it was traded for; null where an identity provider vouched. */
  key: string | null
  expiresAt: Instant
}

/** What is written down for ever. */
export type AuditAction =
  | 'key-made'
  | 'key-revoked'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'report-purged'
  | 'policy-changed'
  | 'backup-made'
  | 'restored'

export type AuditEntry = {
  at: Instant
  /** Label of whoever did it; "command line" for the operator. */
  by: string
  action: AuditAction
  /** What it was done to, in a few words; never a secret, never anything of a purged report. Null for nothing to name. */
  about: string | null
}

/** Keys, sessions and the log of what was done with power. It is never in an answer of the public. */
export type AccessStore = {
  /** Keeps a key and writes it into the log, both or neither. */
  addKey(key: NewKey, by: string): Promise<AccessKey>
  /** All there ever were, the newest first. */
  keys(): Promise<AccessKey[]>
  /** The key of that id with its digest, whether or not it still counts; null for none. */
  keyOf(id: string): Promise<(AccessKey & { digest: string }) | null>
  /** Ends a key and the sessions it was traded for, at once, and logs it. False when there is none that still stands. */
  revokeKey(id: string, by: string): Promise<boolean>
  openSession(session: Session): Promise<void>
  /** Null when there is none, it has expired or was closed, or its key was revoked or has expired. */
  sessionOf(digest: string): Promise<Session | null>
  /** False when it was not open. */
  closeSession(digest: string): Promise<boolean>
  /** Appends to the log. */
  note(entry: Omit<AuditEntry, 'at'>): Promise<void>
  /** The log, the newest first; `limit` entries at most. */
  audit(limit: number): Promise<AuditEntry[]>
}

/** A key as the log names it. */
export function aboutKey({ id, role, label }: Pick<AccessKey, 'id' | 'role' | 'label'>): string {
  return `${role} key ${id} for ${label}`
}
