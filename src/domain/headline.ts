import type { Atlas } from './atlas.ts'
import type { Estimate } from './estimate.ts'
import { areFew } from './few.ts'
import { lastDayIn, lastDayOf } from './filter.ts'
import { freshness } from './freshness.ts'
import type { Freshness } from './freshness.ts'
import type { Report, ReportKind } from './report.ts'
import type { Caveat, Missing, Unit } from './series.ts'
import type { Headline, HeadlineId, Window } from './situation.ts'
import { backingOf } from './backing.ts'
import { daysBetween } from './time.ts'
import type { Day, Period } from './time.ts'

/** What a headline is computed from: reports up to `at`, those that answer the filter apart. */
export type Question = {
  asked: readonly Report[]
  past: readonly Report[]
  window: Window
  atlas: Atlas
}

/** A headline that cannot be computed, with the missing input named. */
export function notComputable(id: HeadlineId, unit: Unit, missing: Missing[]): Headline {
  return {
    id,
    unit,
    value: null,
    period: null,
    place: null,
    previous: null,
    parts: [],
    references: [],
    n: 0,
    sources: 0,
    freshness: 'unknown',
    caveats: [],
    missing,
    reports: [],
  }
}

/**
 * A headline with a value: what it rests on is counted here, the same way for all. One that rests on too few reports
 * is withheld.
 */
export function headlineOf(
  id: HeadlineId,
  unit: Unit,
  found: {
    value: Estimate
    period: Period
    reports: readonly Report[]
    at: Day
    place?: string | null
    previous?: Headline['previous']
    parts?: Headline['parts']
    references?: Headline['references']
    caveats?: Caveat[]
    missing?: Missing[]
  },
): Headline {
  const { value, period, reports, at } = found
  if (areFew(reports)) return notComputable(id, unit, ['withheld'])
  const caveats: Caveat[] = [...(found.caveats ?? [])]
  const { witnesses, isAssumed, traced } = backingOf(reports)
  const sources = witnesses.size
  const fresh = freshnessOf(reports, at)
  if (fresh === 'unknown' || fresh === 'stale') caveats.push('old')
  if (sources === 1) caveats.push('one-source')
  if (isAssumed) caveats.push('published-assumed')
  return {
    id,
    unit,
    value,
    period,
    place: found.place ?? null,
    previous: found.previous ?? null,
    parts: found.parts ?? [],
    references: found.references ?? [],
    n: reports.length,
    sources,
    freshness: fresh,
    caveats: [...new Set(caveats)],
    missing: found.missing ?? [],
    reports: traced.map((report) => report.id),
  }
}

/** Freshness of the newest of some reports on a day; unknown when there is none. */
export function freshnessOf(reports: readonly Report[], at: Day): Freshness {
  const last = lastDayIn(reports)
  const newest = last === null ? undefined : reports.find((report) => lastDayOf(report) === last)
  if (last === null || newest === undefined) return 'unknown'
  const kind: ReportKind = newest.body.kind
  return freshness(kind, newest.precision, 24 * Math.max(0, daysBetween(last, at)))
}
