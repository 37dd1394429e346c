import { once } from './once.ts'
import type { Report } from './report.ts'
import { dayOf, isoWeekOf, monthOf } from './time.ts'
import type { Instant, Period } from './time.ts'

/** What times the reports of one part lie between, so that a question can pass it over or take it whole. */
export type Extent = {
  /** The first and the last moment that any of them was true. */
  firstAt: Instant
  lastAt: Instant
  /** The first and the last end of any: where its interval ends, else the moment itself. */
  firstEnd: Instant
  lastEnd: Instant
  /** Every day that any of them speaks of, its ISO week, and its month where no more is known. */
  days: Period
}

const KNOWN = new WeakMap<readonly Report[], Extent | null>()

const measured = once((reports: readonly Report[]): Extent | null => {
  const [first] = reports
  if (first === undefined) return null
  let [firstAt, lastAt, lastOfMonth] = [first.observedAt, first.observedAt, '']
  let [firstEnd, lastEnd] = [first.observedUntil ?? firstAt, first.observedUntil ?? lastAt]
  for (const { observedAt, observedUntil, precision } of reports) {
    const end = observedUntil ?? observedAt
    if (observedAt < firstAt) firstAt = observedAt
    if (observedAt > lastAt) lastAt = observedAt
    if (end < firstEnd) firstEnd = end
    if (end > lastEnd) lastEnd = end
    if (precision === 'month' && observedAt > lastOfMonth) lastOfMonth = observedAt
  }
  const from = [isoWeekOf(dayOf(firstAt)).from, dayOf(firstEnd)]
  const to = [isoWeekOf(dayOf(lastAt)).to, dayOf(lastEnd)]
  if (lastOfMonth !== '') {
    from.push(monthOf(dayOf(firstAt)).from)
    to.push(monthOf(dayOf(lastOfMonth)).to)
  }
  const days = { from: from.toSorted()[0] ?? '', to: to.toSorted().at(-1) ?? '' }
  return { firstAt, lastAt, firstEnd, lastEnd, days }
})

/** The times of a part, or wider where it was chosen out of one whose times are known; null for no reports. */
export function extentOf(part: readonly Report[]): Extent | null {
  return KNOWN.get(part) ?? measured(part)
}

/** Says of a list that its reports lie between such times: of what was chosen out of a part, the part's. */
export function knowExtent(part: readonly Report[], extent: Extent | null): void {
  if (extent !== null) KNOWN.set(part, extent)
}
