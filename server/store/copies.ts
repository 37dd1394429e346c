import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import type { Role } from '#domain/role.ts'
import { endOf } from '#domain/time.ts'
import type { Instant, Period } from '#domain/time.ts'
import { disclose } from '#server/disclosure.ts'
import type { Reading, StoredReport } from './store.ts'
import type { CopyRole } from './tables.ts'

/** The gate, as the store is given it: the policy in the product, a table of its own in the store's tests. */
export type Gate = typeof disclose

/** What a store needs from outside: the clock that stamps and the gate that makes the copies. */
export type StoreParts = { now: () => Instant; gate: Gate }

export const PRODUCT_PARTS: StoreParts = { now: () => new Date().toISOString(), gate: disclose }

export type Copy = { role: CopyRole; visibleFrom: Instant; observed: Period; copy: Report }

export const COPY_ROLES = ['public', 'partner', 'analyst'] as const satisfies CopyRole[]

/** The copy that a role may ever see of a report; null when the gate says "never". */
export function copyFor(role: CopyRole, stored: StoredReport, gate: Gate): Copy | null {
  const disclosure = gate(stored, role)
  if (disclosure === null) return null
  const { visibleFrom, copy } = disclosure
  return { role, visibleFrom, observed: observedPeriod(copy), copy }
}

/** Every copy that may ever be seen of a report. */
export function copiesOf(stored: StoredReport, gate: Gate): Copy[] {
  return COPY_ROLES.flatMap((role) => copyFor(role, stored, gate) ?? [])
}

/** An administrator reads what an analyst reads. */
export function copyRole(role: Role): CopyRole {
  return role === 'admin' ? 'analyst' : role
}

/** The bounds of a reading in milliseconds; infinite where there is none. */
export function boundsOf({ clock, vintage, known }: Reading) {
  return {
    visibleBy: Date.parse(clock),
    receivedBy: vintage === null ? Infinity : Date.parse(vintage),
    publishedBy: known === null ? Infinity : Date.parse(endOf(known)),
  }
}

/** As a clock writes: texts like this stand in the order of their moments. */
const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The stamp of a batch: now, but always later than the stamp before it, even when the clock steps back. */
export function nextStamp(now: Instant, last: Instant | null): Instant {
  if (last !== null && now > last && WRITTEN.test(now)) return now
  const after = last === null ? -Infinity : Date.parse(last) + 1
  return new Date(Math.max(Date.parse(now), after)).toISOString()
}
