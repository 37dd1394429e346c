import { byJudgement, isClaim, isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import type { Estimate } from './estimate.ts'
import { sum } from './estimate.ts'
import type { EventRole } from './event.ts'
import { grouped } from './grouped.ts'
import { groupsPerPart } from './parts.ts'
import type { Report } from './report.ts'

/** What one report says of one quantity. */
export type Statement = { report: Report; value: Estimate }

/** Several sources' statements about one quantity of one event, brought together. */
export type Combined = {
  /** Null when no statement may carry a headline. */
  value: Estimate | null
  /** The statements behind the value, the best judged first. */
  used: Statement[]
  /** Claims and rejected figures: listed, never in the range. */
  claims: Statement[]
}

/** Running totals, needs, plans and distribution inside the country are no part of any event's count. */
const NOT_OF_THE_EVENT: readonly EventRole[] = ['cumulative', 'baseline', 'forward', 'onward']

/** True when a report's figure counts something that happened, once. */
export function isCountable({ event }: Report): boolean {
  return event === null || !NOT_OF_THE_EVENT.includes(event.role)
}

/**
 * One figure out of many: best is the better credibility, then reliability, then the newer; low and high span
 * the eligible statements. A total beats its parts; parts without a total are added. Where one source gives
 * only the two ends of a range, there is no best.
 */
export function combine(statements: readonly Statement[]): Combined {
  const isLeftOut = ({ report }: Statement) =>
    report.event?.role === 'rejected' || isClaim(report) || !isEligible(report)
  const claims = statements.filter(isLeftOut)
  const eligible = statements.filter((statement) => !isLeftOut(statement))
  const parts = eligible.filter(({ report }) => report.event?.role === 'part')
  const wholes = eligible.filter(({ report }) => report.event?.role !== 'part').toSorted(byBest)
  if (wholes.length === 0)
    return { value: sum(parts.map(({ value }) => value)), used: parts, claims }
  const best = isBareRange(wholes) ? null : (wholes[0]?.value.best ?? null)
  return {
    value: {
      low: extreme(
        Math.min,
        wholes.map(({ value }) => value.low ?? value.best),
      ),
      best,
      high: extreme(
        Math.max,
        wholes.map(({ value }) => value.high ?? value.best),
      ),
    },
    used: wholes,
    claims,
  }
}

/** The better judged first, then the newer. */
export function byBest(a: Statement, b: Statement): number {
  return byReport(a.report, b.report)
}

export function byReport(a: Report, b: Report): number {
  return byJudgement(a, b) || byText(b.publishedAt, a.publishedAt)
}

/** The `most` best judged of some reports, the best first: what sorting would give, without sorting the rest. */
export function bestJudged(reports: readonly Report[], most: number): Report[] {
  const found: Report[] = []
  // From the end, where the newest mostly are: those before them then need one look each.
  for (const report of reports.toReversed()) {
    const worst = found[most - 1]
    if (worst !== undefined && byReport(report, worst) > 0) continue
    const at = found.findIndex((each) => byReport(report, each) <= 0)
    found.splice(at === -1 ? found.length : at, 0, report)
    if (found.length > most) found.pop()
  }
  return found
}

/** "2,000 to 3,000 francs": two ends from one page, neither better than the other. */
function isBareRange(statements: Statement[]): boolean {
  const roles = statements.map(({ report }) => report.event?.role)
  const [first] = statements
  return (
    statements.length > 1 &&
    roles.includes('low') &&
    roles.includes('high') &&
    roles.every((role) => role === 'low' || role === 'high') &&
    statements.every(
      ({ report }) =>
        report.source.url === first?.report.source.url && byJudgement(report, first.report) === 0,
    )
  )
}

function extreme(pick: (...values: number[]) => number, values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : pick(...known)
}

/** The middle of what is known: the best, else halfway between the ends, else the end there is. */
export function middle({ low, best, high }: Estimate): number | null {
  if (best !== null) return best
  if (low !== null && high !== null) return (low + high) / 2
  return low ?? high
}

/** The event that a report belongs to; one without an event is its own. */
export function eventIdOf({ id, event }: Report): string {
  return event?.id ?? id
}

/**
 * What is made of each event that some reports tell of. Of one that lies in one part it is made once for that part, and
 * no report of it is looked at again.
 */
export function madeOfEvents<Item extends Report, Made>(
  make: (event: readonly Item[]) => Made,
): (reports: readonly Item[]) => Made[] {
  function eventOf(reports: readonly Item[]) {
    let known: { made: Made } | null = null
    return { reports, made: () => (known ??= { made: make(reports) }).made }
  }
  const events = groupsPerPart(
    (reports: readonly Item[]) =>
      new Map([...grouped(reports, eventIdOf)].map(([id, event]) => [id, eventOf(event)])),
    (a, b) => eventOf([...a.reports, ...b.reports]),
  )
  return (reports) => events(reports).map(({ made }) => made())
}

/** Groups reports by their event, each group the same list while none of its parts is another. */
export const eventsOf = groupsPerPart(
  (reports: readonly Report[]): ReadonlyMap<string, readonly Report[]> =>
    grouped(reports, eventIdOf),
  (a, b) => [...a, ...b],
)
