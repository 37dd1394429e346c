import { isEligible } from './admiralty.ts'
import type { BulletinMetric } from './bulletin.ts'
import { around, lastDayOf } from './filter.ts'
import { ofKind } from './of-kind.ts'
import { chosen } from './parts.ts'
import type { Report, ReportOf } from './report.ts'
import type { Annotation } from './series.ts'
import { dayOf, daysBetween } from './time.ts'
import type { Period } from './time.ts'

/** Decisions that explain a bend in a line, the most telling first. */
const TELLING: readonly BulletinMetric[] = [
  'blockade_declared',
  'drivers_declared_targets',
  'school_closure_days',
  'transport_suspended',
  'schools_reopened',
  'ration_xof',
  'refuel_interval_hours',
  'us_embassy_leave_now',
  'diesel_prioritised_for_power',
  'priority_stations',
]

/** The same decision reported again within these days is one annotation. */
const SAME_WITHIN_DAYS = 7

const telling = chosen(
  (report: ReportOf<'bulletin'>) => isEligible(report) && TELLING.includes(report.body.metric),
)

/** Decisions in a period, by day; a report of the same decision a few days on is left out. */
export function annotationsIn(reports: readonly Report[], period: Period): Annotation[] {
  const found: Annotation[] = []
  const told = telling(ofKind(around(reports, period), 'bulletin'))
  for (const report of told.toSorted((a, b) => a.observedAt.localeCompare(b.observedAt))) {
    // The day the source names: a decision known to the week was not taken on that week's Monday.
    const day = report.precision === 'month' ? lastDayOf(report) : dayOf(report.observedAt)
    const { metric, value, unit } = report.body
    const isRepeat = found.some(
      (each) =>
        each.metric === metric &&
        (each.value === (value?.best ?? null) || metric !== 'transport_suspended') &&
        daysBetween(each.day, day) <= SAME_WITHIN_DAYS,
    )
    if (isRepeat || day < period.from || day > period.to) continue
    found.push({
      day,
      metric,
      value: value?.best ?? null,
      unit,
      place: report.position?.place ?? null,
      report: report.id,
    })
  }
  return found
}
