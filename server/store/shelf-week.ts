import { byText } from '#domain/by-text.ts'
import type { Report } from '#domain/report.ts'
import { hasNewer, isSeen, numbered, ofOneReport } from './revision.ts'
import type { Bounds, Shown } from './revision.ts'
import type { CopyRole } from './tables.ts'

/**
 * The copies a role may see of one ISO week of observed days, in order of day, then id. While nothing changes in it,
 * it gives the same list again, so that what was worked out of that list need not be worked out anew.
 */
export function makeShelfWeek(role: CopyRole) {
  const copies: Shown[] = []
  let list: readonly Report[] = []
  /** Whoever reads from here on sees all of it; null while it is not known. */
  let reach: Bounds | null = null
  let isWhole = false

  function listFor(bounds: Bounds): Report[] {
    const reports: Report[] = []
    for (const shown of copies)
      if (isSeen(shown, bounds) && !hasNewer(shown, role, bounds))
        reports.push(numbered(shown, role, bounds))
    return reports
  }

  return {
    add(some: readonly Shown[]): void {
      merge(copies, some.toSorted(compare))
      reach = null
    },

    /** To be called when another revision of a report in it has come. */
    touch(): void {
      reach = null
    },

    read(bounds: Bounds): readonly Report[] {
      const isNew = reach === null
      reach ??= reachOf(copies, role)
      const isWholeNow = lies(reach, bounds)
      if (isWholeNow && isWhole && !isNew) return list
      const reports = listFor(bounds)
      // A later moment mostly sees what an earlier one saw.
      const isSame = reports.length === list.length && reports.every((each, n) => each === list[n])
      if (!isSame) list = reports
      isWhole = isWholeNow
      return list
    },
  }
}

/** The bounds within which every one of some copies is seen, and every other revision of their reports. */
function reachOf(copies: readonly Shown[], role: CopyRole): Bounds {
  const reach = { visibleBy: -Infinity, receivedBy: -Infinity, publishedBy: -Infinity }
  for (const shown of copies) {
    const { before, after } = shown.revision
    const all = before === null && after === null ? [shown] : ofOneReport(shown, role)
    for (const { visibleFrom, revision } of all) {
      reach.visibleBy = Math.max(reach.visibleBy, visibleFrom)
      reach.receivedBy = Math.max(reach.receivedBy, revision.received)
      reach.publishedBy = Math.max(reach.publishedBy, revision.published)
    }
  }
  return reach
}

function lies(reach: Bounds, bounds: Bounds): boolean {
  return (
    reach.visibleBy <= bounds.visibleBy &&
    reach.receivedBy <= bounds.receivedBy &&
    reach.publishedBy <= bounds.publishedBy
  )
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
  return byText(a.observed.from, b.observed.from) || byText(a.copy.id, b.copy.id)
}
