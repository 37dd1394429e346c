import { remember } from '#domain/once.ts'
import type { Report } from '#domain/report.ts'
import { overlaps } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import { boundsOf, copyFor } from './copies.ts'
import type { Copy, Gate } from './copies.ts'
import type { Draft, Reading } from './store.ts'
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

/** A copy on its shelf. */
type Shown = Pick<Copy, 'copy' | 'observed'> & { revision: Revision; visibleFrom: number }

/** Most copies are visible from the same moment, the beginning. */
const millisecondsOf = remember(1_000, Date.parse)

/**
 * The copies one role may ever see of all that is in `log`, in order of observed day, then id. They are made when
 * the role first asks, and then of what has come since: a write costs nothing for roles that nobody reads with.
 */
export function makeShelf(role: CopyRole, log: readonly Revision[], gate: Gate) {
  const shelf: Shown[] = []
  const delayed: Shown[] = []
  let caughtUp = 0
  /** When the newest of those was received that were never hidden; the delayed ones are looked at one by one. */
  let lastUndelayed = -Infinity

  function catchUp(): void {
    const added = log.slice(caughtUp).flatMap((revision) => {
      const { draft, number, receivedAt } = revision
      const found = copyFor(role, { ...draft, revision: number, receivedAt }, gate)
      if (found === null) return []
      const visibleFrom = millisecondsOf(found.visibleFrom)
      const shown = { copy: found.copy, observed: found.observed, revision, visibleFrom }
      revision.shown[role] = shown
      if (visibleFrom > 0) delayed.push(shown)
      else lastUndelayed = Math.max(lastUndelayed, revision.received)
      return [shown]
    })
    merge(shelf, added.toSorted(compare))
    caughtUp = log.length
  }

  return {
    /** What a reading sees, each report once: its newest revision among those that the reading sees. */
    read(reading: Reading): Report[] {
      catchUp()
      const bounds = boundsOf(reading)
      const { observed } = reading
      const reports: Report[] = []
      for (const shown of shelf) {
        if (!isSeen(shown, bounds) || hasNewer(shown, role, bounds)) continue
        if (observed !== null && !overlaps(shown.observed, observed)) continue
        reports.push(numbered(shown, role, bounds))
      }
      return reports
    },

    /** Every revision that a reading sees of the report whose newest one is given, the newest first. */
    revisions(newest: Revision | null, reading: Reading): Report[] {
      catchUp()
      const bounds = boundsOf(reading)
      const reports: Report[] = []
      for (let revision = newest; revision !== null; revision = revision.before) {
        const shown = revision.shown[role]
        if (shown && isSeen(shown, bounds)) reports.push(numbered(shown, role, bounds))
      }
      return reports
    },

    /** The last moment by `clock` at which what the role sees changed, in milliseconds; -Infinity when it sees nothing. */
    lastChange(clock: number): number {
      catchUp()
      let last = lastUndelayed
      for (const { visibleFrom, revision } of delayed)
        if (visibleFrom <= clock) last = Math.max(last, visibleFrom, revision.received)
      return last
    },
  }
}

type Bounds = ReturnType<typeof boundsOf>

function isSeen({ visibleFrom, revision }: Shown, bounds: Bounds): boolean {
  return (
    visibleFrom <= bounds.visibleBy &&
    revision.received <= bounds.receivedBy &&
    revision.published <= bounds.publishedBy
  )
}

function hasNewer({ revision: { after } }: Shown, role: CopyRole, bounds: Bounds): boolean {
  for (let revision = after; revision !== null; revision = revision.after) {
    const shown = revision.shown[role]
    if (shown && isSeen(shown, bounds)) return true
  }
  return false
}

/** The copy with its number among the revisions that are seen. */
function numbered({ copy, revision }: Shown, role: CopyRole, bounds: Bounds): Report {
  let number = 1
  for (let older = revision.before; older !== null; older = older.before) {
    const shown = older.shown[role]
    if (shown && isSeen(shown, bounds)) number += 1
  }
  return number === copy.revision ? copy : { ...copy, revision: number }
}

/** Merges a few in order into many in order, from the end: what is new is mostly of the last days. */
function merge(many: Shown[], few: readonly Shown[]): void {
  let left = many.length - 1
  let right = few.length - 1
  for (const each of few) many.push(each)
  for (let at = many.length - 1; right >= 0; at -= 1) {
    const [a, b] = [many[left], few[right]]
    if (b === undefined) return
    const isA = left >= 0 && a !== undefined && compare(a, b) > 0
    many[at] = isA ? a : b
    if (isA) left -= 1
    else right -= 1
  }
}

function compare(a: Shown, b: Shown): number {
  return order(a.observed.from, b.observed.from) || order(a.copy.id, b.copy.id)
}

function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
