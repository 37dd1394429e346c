import type { Reason } from './corridor-status.ts'
import type { Delivery } from './deliveries.ts'
import type { Estimate } from './estimate.ts'
import { isTellable } from './few.ts'
import { lastDayOf } from './filter.ts'
import type { Loss } from './losses.ts'
import { sureOf } from './named-day.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import { lengthInDays } from './time.ts'
import type { Day, Period } from './time.ts'

/** False where the count of one event would tell that of another, which too few told of. */
export type Counting = { isCounted: boolean }

export function attackReason(loss: Loss, { isCounted }: Counting): Reason {
  const { tankers, period, leg, reports } = loss
  const value = isCounted && isTellable(loss) ? (tankers?.best ?? tankers?.low ?? null) : null
  const code = value === null ? 'attack' : 'tankers-lost'
  return { code, ...stretch(reports, period), value, leg, report: reports[0]?.id ?? null }
}

export function arrivalReason(delivery: Delivery, { isCounted }: Counting): Reason {
  const { tankers, period, reports } = delivery
  const isTold = isCounted && isTellable(delivery)
  const bare = isTold || countOf(tankers) === null ? 'arrivals' : 'arrivals-withheld'
  return {
    code: isEscorted(delivery) ? 'escorted-arrival' : bare,
    ...stretch(reports, period),
    value: isTold ? countOf(tankers) : null,
    leg: null,
    report: reports[0]?.id ?? null,
  }
}

/** When it was, as finely as a page says: a date known to the week is told as that week, never as one of its days. */
function stretch(reports: readonly Report[], period: Period): Pick<Reason, 'day' | 'until'> {
  const { from, to } = sureOf(reports)
    .map(observedPeriod)
    .reduce((best, each) => (lengthInDays(each) < lengthInDays(best) ? each : best), period)
  return { day: from, until: to === from ? null : to }
}

function countOf(tankers: Estimate | null): number | null {
  return tankers?.best ?? null
}

export function suspensionReason(report: Report): Reason {
  const isOn = report.body.kind === 'bulletin' && report.body.value?.best === 1
  const code = isOn ? 'transport-suspended' : 'transport-resumed'
  return { code, day: lastDayOf(report), until: null, value: null, leg: null, report: report.id }
}

/** What came, as a share of the normal traffic. */
export function shareReason(share: number, isNear: boolean): Reason {
  const code = isNear ? 'near-baseline' : 'below-baseline'
  return { code, day: null, until: null, value: share, leg: null, report: null }
}

export function silence(day: Day | null): Reason {
  return { code: 'silent', day, until: null, value: null, leg: null, report: null }
}

export function isEscorted({ reports }: Delivery): boolean {
  return reports.some(({ body }) => body.kind === 'convoy' && body.escorted === true)
}
