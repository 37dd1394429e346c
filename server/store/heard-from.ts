import type { Report } from '#domain/report.ts'
import type { Day } from '#domain/time.ts'
import type { Heard, Week } from './postgres-day.ts'
import type { Bounds } from './revision.ts'
import type { CopyRole } from './tables.ts'

/** What a role has in memory, as far as it matters here. */
type Known = readonly [CopyRole, { weeks: ReadonlyMap<Day, Pick<Week, 'reports'>> }]

/**
 * Looks in the memory of other roles for what they are told by the same rows, so that a report which is one and the same to
 * two roles is one in memory. Their shelves must know of nothing later than the one that is filled.
 */
export function heardFrom(others: readonly Known[]): Heard {
  const byId = new Map<CopyRole, { monday: Day; reports: Map<string, Report> }>()

  function reportsOf([role, { weeks }]: Known, monday: Day): Map<string, Report> {
    const before = byId.get(role)
    if (before?.monday === monday) return before.reports
    const reports = new Map(weeks.get(monday)?.reports.map((report) => [report.id, report]))
    // Weeks are filled one after the other: no more than one is ever in use.
    byId.set(role, { monday, reports })
    return reports
  }

  return (id, monday, told) => {
    for (const known of others) {
      const found = told.includes(known[0]) ? reportsOf(known, monday).get(id) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }
}

type Knowledge = { bounds: Bounds; policy: string | null; version: number }

/**
 * True when what is known in one place is of no later moment than in another, and of the same policy: who knows of more might
 * hold a revision that the other's role may not see.
 */
export function isBefore(a: Knowledge, b: Knowledge): boolean {
  return (
    a.policy === b.policy && a.version <= b.version && a.bounds.receivedBy <= b.bounds.receivedBy
  )
}
