import type { Report } from '#domain/report.ts'
import type { Instant } from '#domain/time.ts'
import type { boundsOf, Copy } from './copies.ts'
import type { Draft, StoredReport } from './store.ts'
import type { CopyRole } from './tables.ts'

/** One revision as it came in, with its neighbours in the life of its report. */
export type Revision = {
  draft: Draft
  number: number
  receivedAt: Instant
  /** Milliseconds, since reports are compared by them at every reading. */
  received: number
  published: number
  before: Revision | null
  after: Revision | null
  /** What each role may see of it; null for never, and for a role that has not asked since it came. */
  shown: Record<CopyRole, Shown | null>
}

/** The report as the gate is given it. Field by field, since a spread that adds two takes twenty times as long. */
export function storedOf({ draft, number, receivedAt }: Revision): StoredReport {
  return {
    id: draft.id,
    revision: number,
    observedAt: draft.observedAt,
    observedUntil: draft.observedUntil,
    precision: draft.precision,
    publishedAt: draft.publishedAt,
    publishedAssumed: draft.publishedAssumed,
    receivedAt,
    position: draft.position,
    corridor: draft.corridor,
    source: draft.source,
    reliability: draft.reliability,
    credibility: draft.credibility,
    review: draft.review,
    sensitivity: draft.sensitivity,
    event: draft.event,
    note: draft.note,
    body: draft.body,
    reporter: draft.reporter,
  }
}

/** A copy in memory, and from when it is visible in milliseconds. */
export type Shown = Pick<Copy, 'copy' | 'observed'> & { revision: Revision; visibleFrom: number }

/** The bounds of a reading, in milliseconds. */
export type Bounds = ReturnType<typeof boundsOf>

export function isSeen({ visibleFrom, revision }: Shown, bounds: Bounds): boolean {
  return (
    visibleFrom <= bounds.visibleBy &&
    revision.received <= bounds.receivedBy &&
    revision.published <= bounds.publishedBy
  )
}

/** True when a later revision of the same report is seen. */
export function hasNewer({ revision: { after } }: Shown, role: CopyRole, bounds: Bounds): boolean {
  for (let revision = after; revision !== null; revision = revision.after) {
    const shown = revision.shown[role]
    if (shown && isSeen(shown, bounds)) return true
  }
  return false
}

/** The copy with its number among the revisions that are seen. */
export function numbered({ copy, revision }: Shown, role: CopyRole, bounds: Bounds): Report {
  let number = 1
  for (let older = revision.before; older !== null; older = older.before) {
    const shown = older.shown[role]
    if (shown && isSeen(shown, bounds)) number += 1
  }
  return number === copy.revision ? copy : { ...copy, revision: number }
}

/** Every copy that the same role may see of the same report, this one among them. */
export function ofOneReport({ revision }: Shown, role: CopyRole): Shown[] {
  const all: Shown[] = []
  let first = revision
  while (first.before) first = first.before
  for (let each: Revision | null = first; each !== null; each = each.after)
    if (each.shown[role]) all.push(each.shown[role])
  return all
}
