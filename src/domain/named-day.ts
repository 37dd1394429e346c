import { lastDayOf } from './filter.ts'
import type { Report } from './report.ts'
import type { Day } from './time.ts'

/** Pages that give the event's own date: one that may speak of another event, or only knows the month, does not. */
export function sureOf(reports: readonly Report[]): readonly Report[] {
  const sure = reports.filter(
    ({ event, precision }) => event?.role !== 'maybe-same' && precision !== 'month',
  )
  return sure.length > 0 ? sure : reports
}

/** The last day its sources name: a date known to the week must not be read as that week's Sunday. */
export function namedDay(reports: readonly Report[], end: Day): Day {
  return sureOf(reports).map(lastDayOf).toSorted().at(-1) ?? end
}
