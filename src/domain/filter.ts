import type { Atlas } from './atlas.ts'
import { isOnAxis, isWithin } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { once, remember } from './once.ts'
import { chosen, perPart, wholeParts } from './parts.ts'
import { isAbout } from './product.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import { addDays, dayOf } from './time.ts'
import type { Day, Instant, Period } from './time.ts'
import type { View } from './view.ts'

/** The part of the question that picks reports; time is asked apart. */
export type Filter = Pick<View, 'corridor' | 'place' | 'product'>

/** Questions kept beside the atlas: those of a few screens. */
const KEPT = 16

const askedIn = once((atlas: Atlas) =>
  remember(KEPT, (question) => {
    const filter = JSON.parse(question) as Filter
    const { corridor, place } = filter
    const ids = [...atlas.places.keys()]
    // A report of all fuels answers for each of them. Every place is looked up once, and not for every report.
    const isThere =
      place === undefined ? null : new Set(ids.filter((id) => isWithin(id, place, atlas)))
    const isOnWay =
      corridor === undefined ? null : new Set(ids.filter((id) => isOnAxis(id, corridor, atlas)))
    return chosen(
      (report: Report) =>
        isAbout('product' in report.body ? report.body.product : null, filter.product) &&
        (isThere === null || isThere.has(report.position?.place ?? '')) &&
        (isOnWay === null ||
          report.corridor?.axis === corridor ||
          isOnWay.has(report.position?.place ?? '')),
    )
  }),
)

/** The reports that answer the question, in their order: the same list for the same question. */
export function asked(
  reports: readonly Report[],
  { corridor, place, product }: Filter,
  atlas: Atlas,
): readonly Report[] {
  const isOpen = corridor === undefined && place === undefined && product === undefined
  return isOpen ? reports : askedIn(atlas)(JSON.stringify({ corridor, place, product }))(reports)
}

/** The last day a report names, without widening a week or a month to its end. */
export function lastDayOf(report: Pick<Report, 'observedAt' | 'observedUntil'>): Day {
  return dayOf(report.observedUntil ?? report.observedAt)
}

/** The last instant that any report of a part names. */
const lastsOf = perPart((reports: readonly Report[]): Instant =>
  reports.reduce((last, { observedAt, observedUntil }) => {
    const end = observedUntil ?? observedAt
    return end > last ? end : last
  }, ''),
)

/** The last day that any of some reports names; null for none. */
export function lastDayIn(reports: readonly Report[]): Day | null {
  const last = lastsOf(reports).reduce((a, b) => (b > a ? b : a), '')
  return last === '' ? null : dayOf(last)
}

// An instant of the day itself is written before the next day; this is asked of every report there is.
const until = remember(KEPT, (next) =>
  chosen(
    (report: Report) => (report.observedUntil ?? report.observedAt) < next,
    ({ firstEnd, lastEnd }) => (lastEnd < next ? 'all' : firstEnd >= next ? 'none' : null),
  ),
)

/** What had happened by the end of that day: the same list for the same day. */
export function upTo(reports: readonly Report[], day: Day): readonly Report[] {
  return until(addDays(day, 1))(reports)
}

const during = remember(KEPT, (period) => {
  const { from, to } = JSON.parse(period) as Period
  const next = addDays(to, 1)
  return chosen(
    (report: Report) =>
      report.observedAt < next &&
      ((report.observedUntil ?? report.observedAt) >= from || observedPeriod(report).to >= from),
    ({ firstAt, lastAt, firstEnd, days }) => {
      if (firstAt >= next || days.to < from) return 'none'
      return lastAt < next && firstEnd >= from ? 'all' : null
    },
  )
})

/** What was reported of any day in the period: the same list for the same period. */
export function within(reports: readonly Report[], { from, to }: Period): readonly Report[] {
  return during(JSON.stringify({ from, to }))(reports)
}

const near = remember(KEPT, (period) => {
  const { from, to } = JSON.parse(period) as Period
  return once((reports: readonly Report[]) =>
    wholeParts(reports, ({ days }) => days.from <= to && days.to >= from),
  )
})

/**
 * All that may belong to a figure of any day in the period, and more beside it: the weeks that it touches, each whole.
 * A report of none of those weeks speaks of no day in the period, nor do the ISO week or the month it lies in touch it.
 */
export function around<Item extends Report>(
  reports: readonly Item[],
  { from, to }: Period,
): readonly Item[] {
  // Of a list of such reports, a list of the same.
  return near(JSON.stringify({ from, to }))(reports) as readonly Item[]
}

/** Of all times, or from a day on. */
export const ALWAYS: Period = { from: '0000-01-01', to: '9999-12-31' }

export function since(from: Day): Period {
  return { from, to: ALWAYS.to }
}

/** What may carry a headline. */
export const eligible = chosen((report: Report) => isEligible(report))
