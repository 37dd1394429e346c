import { byText } from './by-text.ts'
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

/** Days from the last to the first, each once. Mostly nobody asks for more than the last: the others are then in no order. */
export function* newestFirst(days: readonly Day[]): Iterable<Day> {
  const last = days.reduce((a, b) => (b > a ? b : a), '')
  if (last === '') return
  yield last
  yield* [...new Set(days)].filter((day) => day !== last).toSorted((a, b) => byText(b, a))
}
