import type { Atlas } from './atlas.ts'
import { isOnAxis, isWithin } from './atlas.ts'
import { once, remember } from './once.ts'
import { isAbout } from './product.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import { addDays, dayOf } from './time.ts'
import type { Day, Period } from './time.ts'
import type { View } from './view.ts'

/** The part of the question that picks reports; time is asked apart. */
export type Filter = Pick<View, 'corridor' | 'place' | 'product'>

/** True when a report answers the question. A report of all fuels answers for each of them. */
export function isAsked(report: Report, { corridor, place, product }: Filter, atlas: Atlas) {
  const at = report.position?.place ?? null
  return (
    isAbout('product' in report.body ? report.body.product : null, product) &&
    (place === undefined || isWithin(at, place, atlas)) &&
    (corridor === undefined || report.corridor?.axis === corridor || isOnAxis(at, corridor, atlas))
  )
}

/** Questions kept beside a list of reports: those of one screen, and of the day before and after it. */
const KEPT = 4

const askedIn = once((atlas: Atlas) =>
  once((reports: readonly Report[]) =>
    remember(KEPT, (question): readonly Report[] => {
      const filter = JSON.parse(question) as Filter
      return reports.filter((report) => isAsked(report, filter, atlas))
    }),
  ),
)

/** The reports that answer the question, in their order: the same list for the same question. */
export function asked(
  reports: readonly Report[],
  { corridor, place, product }: Filter,
  atlas: Atlas,
): readonly Report[] {
  const isOpen = corridor === undefined && place === undefined && product === undefined
  return isOpen ? reports : askedIn(atlas)(reports)(JSON.stringify({ corridor, place, product }))
}

/** The last day a report names, without widening a week or a month to its end. */
export function lastDayOf(report: Pick<Report, 'observedAt' | 'observedUntil'>): Day {
  return dayOf(report.observedUntil ?? report.observedAt)
}

/** The last day that any of some reports names; null for none. */
export function lastDayIn(reports: readonly Report[]): Day | null {
  let last = ''
  for (const { observedAt, observedUntil } of reports) {
    const end = observedUntil ?? observedAt
    if (end > last) last = end
  }
  return last === '' ? null : dayOf(last)
}

const pastOf = once((reports: readonly Report[]) =>
  remember(KEPT, (day): readonly Report[] => {
    // An instant of the day itself is written before the next day; this is asked of every report there is.
    const next = addDays(day, 1)
    return reports.filter((report) => (report.observedUntil ?? report.observedAt) < next)
  }),
)

/** What had happened by the end of that day: the same list for the same day. */
export function upTo(reports: readonly Report[], day: Day): readonly Report[] {
  return pastOf(reports)(day)
}

/** What was reported of any day in the period. */
export function within(reports: readonly Report[], { from, to }: Period): Report[] {
  const next = addDays(to, 1)
  return reports.filter(
    (report) =>
      report.observedAt < next &&
      ((report.observedUntil ?? report.observedAt) >= from || observedPeriod(report).to >= from),
  )
}
