import { byText } from './by-text.ts'
import type { Axis } from './corridor.ts'
import type { Estimate } from './estimate.ts'
import { sum } from './estimate.ts'
import type { IncidentType } from './incident-report.ts'
import { namedDay } from './named-day.ts'
import { once } from './once.ts'
import { ofKind } from './of-kind.ts'
import { chosen } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { combine, eventIdOf, isCountable, madeOfEvents } from './statement.ts'
import type { Day, Period } from './time.ts'

/** Tankers that one incident cost. */
export type Loss = {
  event: string
  period: Period
  axis: Axis | 'unstated'
  leg: string | null
  /** Destroyed and captured together; null when nobody gave a number. */
  tankers: Estimate | null
  reports: Report[]
  /** The last day that these name. */
  named: Day
  claims: Report[]
}

/** What costs the supply: smuggled fuel that is seized, or a quarrel at a pump, takes no tanker off the road. */
const ATTACKS: readonly IncidentType[] = ['attack', 'ied', 'abduction']

/**
 * Every attack on fuel that an eligible source tells of, each once. Tankers taken away are lost to the country
 * as much as those burned.
 */
export const lossesOf: (reports: readonly Report[]) => readonly Loss[] = once((reports) => {
  return lossesIn(attacksIn(ofKind(reports, 'incident')))
    .flatMap((loss) => loss ?? [])
    .toSorted((a, b) => byText(a.period.from, b.period.from))
})

const attacksIn = chosen(
  (report: ReportOf<'incident'>) => isCountable(report) && ATTACKS.includes(report.body.type),
)

const lossesIn = madeOfEvents((group: readonly ReportOf<'incident'>[]): Loss | null => {
  const of = (toll: 'tankersDestroyed' | 'tankersCaptured') =>
    combine(
      group.flatMap((report) => {
        const value = report.body[toll]
        return value === null ? [] : [{ report, value }]
      }),
    )
  const [destroyed, captured] = [of('tankersDestroyed'), of('tankersCaptured')]
  const witnesses = combine(
    group.map((report) => ({ report, value: { low: null, best: null, high: null } })),
  )
  if (witnesses.used.length === 0) return null
  const used = [...destroyed.used, ...captured.used]
  const lead = (used[0] ?? witnesses.used[0])?.report
  const placed =
    group.find(({ corridor }) => corridor?.leg) ?? group.find(({ corridor }) => corridor !== null)
  if (!lead) return null
  const told = (used.length > 0 ? used : witnesses.used).map(({ report }) => report)
  return {
    event: eventIdOf(lead),
    period: observedPeriod(lead),
    axis: placed?.corridor?.axis ?? 'unstated',
    leg: placed?.corridor?.leg ?? null,
    tankers: sum([destroyed.value, captured.value].filter((value) => value !== null)),
    reports: told,
    named: namedDay(told, observedPeriod(lead).to),
    claims: [...destroyed.claims, ...captured.claims].map(({ report }) => report),
  }
})
