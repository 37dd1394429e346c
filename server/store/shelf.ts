import { byText } from '#domain/by-text.ts'
import { grouped } from '#domain/grouped.ts'
import { remember } from '#domain/once.ts'
import { joined } from '#domain/parts.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { isoWeekOf, overlaps } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { boundsOf, copyFor } from './copies.ts'
import type { Gate } from './copies.ts'
import { newsFrom } from './news.ts'
import { isSeen, numbered, storedOf } from './revision.ts'
import type { Revision, Shown } from './revision.ts'
import { makeShelfWeek } from './shelf-week.ts'
import type { Reading } from './store.ts'
import type { CopyRole } from './tables.ts'

/**
 * The copies one role may ever see of all that is in `log`. They are made when the role first asks, and then of what
 * has come since: a write costs nothing for roles that nobody reads with, and little for the others.
 */
export function makeShelf(role: CopyRole, log: readonly Revision[], gate: Gate) {
  const weeks = new Map<Day, ReturnType<typeof makeShelfWeek>>()
  const delayed: Shown[] = []
  let caughtUp = 0
  /** When the newest of those was received that were never hidden; the delayed ones are looked at one by one. */
  let lastUndelayed = -Infinity

  function catchUp(): void {
    const added: Shown[] = []
    for (const revision of log.slice(caughtUp)) {
      const shown = shownOf(revision, role, gate)
      if (shown !== null) added.push(shown)
    }
    caughtUp = log.length
    for (const shown of added) {
      const { visibleFrom, revision } = shown
      if (visibleFrom > 0) delayed.push(shown)
      else lastUndelayed = Math.max(lastUndelayed, revision.received)
      for (let older = revision.before; older !== null; older = older.before)
        if (older.shown[role]) weeks.get(mondayOf(older.shown[role]))?.touch()
    }
    for (const [monday, some] of grouped(added, mondayOf)) {
      const week = weeks.get(monday) ?? makeShelfWeek(role)
      week.add(some)
      weeks.set(monday, week)
    }
  }

  return {
    /** What a reading sees, each report once: its newest revision among those that the reading sees. */
    read(reading: Reading): readonly Report[] {
      catchUp()
      const bounds = boundsOf(reading)
      const inOrder = [...weeks].toSorted(([a], [b]) => byText(a, b))
      const reports = joined(inOrder.map(([, week]) => week.read(bounds)))
      const { observed } = reading
      if (observed === null) return reports
      return reports.filter((report) => overlaps(observedPeriod(report), observed))
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

/** Most copies are visible from the same moment, the beginning. */
const millisecondsOf = remember(1_000, Date.parse)

/** Makes the role's copy of a revision and keeps it there; null when the role never sees any, or learns nothing by it. */
function shownOf(revision: Revision, role: CopyRole, gate: Gate): Shown | null {
  const found = copyFor(role, storedOf(revision), gate)
  if (found === null) return null
  const { copy, observed } = found
  const seen = { copy, visibleFrom: millisecondsOf(found.visibleFrom) }
  const visibleFrom =
    revision.before === null ? seen.visibleFrom : newsFrom(earlier(revision, role), seen)
  if (visibleFrom === null) return null
  const shown = { copy, observed, revision, visibleFrom }
  revision.shown[role] = shown
  return shown
}

/** The role's copies of the revisions before, the oldest first. */
function earlier({ before }: Revision, role: CopyRole): Shown[] {
  const all: Shown[] = []
  for (let each = before; each !== null; each = each.before)
    if (each.shown[role]) all.unshift(each.shown[role])
  return all
}

function mondayOf({ observed }: Shown): Day {
  return isoWeekOf(observed.from).from
}
