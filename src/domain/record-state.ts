import { isEligible } from './admiralty.ts'
import { once, remember } from './once.ts'
import type { Report } from './report.ts'
import type { RecordState } from './situation.ts'
import { countWitnesses } from './source.ts'
import { addDays, dayOf, daysBetween } from './time.ts'
import type { Day } from './time.ts'

const statesOf = once((reports: readonly Report[]) =>
  remember(4, (today): RecordState => {
    const tomorrow = addDays(today, 1)
    let [first, lastAny, lastEligible] = ['', '', '']
    for (const report of reports) {
      const { observedAt } = report
      const last = report.observedUntil ?? observedAt
      if (first === '' || observedAt < first) first = observedAt
      if (last >= tomorrow) continue
      if (last > lastAny) lastAny = last
      if (last > lastEligible && isEligible(report)) lastEligible = last
    }
    const day = (instant: string) => (instant === '' ? null : dayOf(instant))
    const eligible = day(lastEligible)
    return {
      lastEligible: eligible,
      lastAny: day(lastAny),
      first: day(first),
      reports: reports.length,
      sources: countWitnesses(reports),
      daysSilent: eligible === null ? null : daysBetween(eligible, today),
    }
  }),
)

/**
 * What the record holds and where it ends. `today` is the day of the question (or its `known`): reports of
 * later days, such as a tariff decided ahead, do not make the record newer.
 */
export function recordState(reports: readonly Report[], today: Day): RecordState {
  return statesOf(reports)(today)
}
