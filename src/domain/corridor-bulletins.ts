import { byText } from './by-text.ts'
import type { Axis } from './corridor.ts'
import { standingAlone } from './few.ts'
import { lastDayOf } from './filter.ts'
import { bulletinsOf, ofKind } from './of-kind.ts'
import { chosen } from './parts.ts'
import type { Report, ReportOf } from './report.ts'

const baselines = chosen(
  ({ body: { metric } }: ReportOf<'bulletin'>) =>
    metric === 'trucks_per_day' || metric === 'tankers_loaded_per_day',
)

/** Normal traffic on the axis, tankers a week, as last quoted; null where nobody did. */
export function baselineOf(axis: Axis, reports: readonly Report[]): number | null {
  const quoted = standingAlone(baselines(ofKind(reports, 'bulletin'))).findLast(
    ({ corridor }) => corridor?.axis === axis,
  )
  const perDay = quoted?.body.value?.best ?? null
  return perDay === null ? null : perDay * 7
}

/** What is said of stoppages on the axis, the oldest first. */
export function suspensionsOn(axis: Axis, reports: readonly Report[]): Report[] {
  return bulletinsOf(reports, 'transport_suspended')
    .filter(({ corridor }) => corridor?.axis === axis)
    .toSorted((a, b) => byText(lastDayOf(a), lastDayOf(b)))
}
