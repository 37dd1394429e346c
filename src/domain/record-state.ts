import { isEligible } from './admiralty.ts'
import { lastDayOf } from './filter.ts'
import type { Report } from './report.ts'
import type { RecordState } from './situation.ts'
import { countWitnesses } from './source.ts'
import { dayOf, daysBetween } from './time.ts'
import type { Day } from './time.ts'

/**
 * What the record holds and where it ends. `today` is the day of the question (or its `known`): reports of
 * later days, such as a tariff decided ahead, do not make the record newer.
 */
export function recordState(reports: readonly Report[], today: Day): RecordState {
  const past = reports.filter((report) => lastDayOf(report) <= today)
  const last = (some: readonly Report[]) =>
    some.reduce<Day | null>((latest, report) => {
      const day = lastDayOf(report)
      return latest === null || day > latest ? day : latest
    }, null)
  const lastEligible = last(past.filter(isEligible))
  return {
    lastEligible,
    lastAny: last(past),
    first: reports.reduce<Day | null>((first, { observedAt }) => {
      const day = dayOf(observedAt)
      return first === null || day < first ? day : first
    }, null),
    reports: reports.length,
    sources: countWitnesses(reports),
    daysSilent: lastEligible === null ? null : daysBetween(lastEligible, today),
  }
}
