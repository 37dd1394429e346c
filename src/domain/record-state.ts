import { isEligible } from './admiralty.ts'
import { upTo } from './filter.ts'
import { once } from './once.ts'
import { perPart } from './parts.ts'
import type { Report } from './report.ts'
import type { RecordState } from './situation.ts'
import { witnessOf } from './source.ts'
import { dayOf, daysBetween } from './time.ts'
import type { Day, Instant } from './time.ts'

type Ends = { first: Instant | null; last: Instant | null; lastEligible: Instant | null }

const witnessesInParts = perPart(
  (reports: readonly Report[]) => new Set(reports.map(({ source }) => witnessOf(source))),
)

const witnessesIn = once((reports: readonly Report[]): number => {
  const all = new Set<string>()
  for (const witnesses of witnessesInParts(reports))
    for (const witness of witnesses) all.add(witness)
  return all.size
})

const endsInParts = perPart((reports: readonly Report[]): Ends => {
  let first: Instant | null = null
  let last: Instant | null = null
  let lastEligible: Instant | null = null
  for (const report of reports) {
    const end = report.observedUntil ?? report.observedAt
    if (first === null || report.observedAt < first) first = report.observedAt
    if (last === null || end > last) last = end
    if ((lastEligible === null || end > lastEligible) && isEligible(report)) lastEligible = end
  }
  return { first, last, lastEligible }
})

/**
 * What the record holds and where it ends. `today` is the day of the question (or its `known`): reports of
 * later days, such as a tariff decided ahead, do not make the record newer.
 */
export function recordState(reports: readonly Report[], today: Day): RecordState {
  const past = endsInParts(upTo(reports, today))
  const lastEligible = lastOf(past.map((ends) => ends.lastEligible))
  return {
    lastEligible,
    lastAny: lastOf(past.map(({ last }) => last)),
    first: days(endsInParts(reports).map(({ first }) => first))[0] ?? null,
    reports: reports.length,
    sources: witnessesIn(reports),
    daysSilent: lastEligible === null ? null : daysBetween(lastEligible, today),
  }
}

function lastOf(instants: readonly (Instant | null)[]): Day | null {
  return days(instants).at(-1) ?? null
}

function days(instants: readonly (Instant | null)[]): Day[] {
  return instants.flatMap((instant) => (instant === null ? [] : [dayOf(instant)])).toSorted()
}
