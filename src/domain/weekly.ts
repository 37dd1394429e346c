import type { Axis } from './corridor.ts'
import { byText } from './by-text.ts'
import { addTo, litresReceived } from './deliveries.ts'
import type { Delivery } from './deliveries.ts'
import { sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { grouped } from './grouped.ts'
import type { Report } from './report.ts'
import type { Basis } from './series.ts'
import { isoWeekOf, lengthInDays } from './time.ts'
import type { Period } from './time.ts'

/** What arrived in one ISO week. */
export type WeekOfArrivals = {
  week: Period
  /** Null when arrivals were told of but nobody counted tankers. */
  tankers: Estimate | null
  byAxis: Map<Axis | 'unstated', Estimate>
  litres: Estimate | null
  litresDerived: boolean
  basis: Basis
  /** True when something arrived that nobody counted: the sum understates. */
  hasUncounted: boolean
  reports: Report[]
}

/**
 * Arrivals of each week that anything is known of. An authority's figure for the whole week beats the convoys
 * added up; a part of a week stays marked as one; a convoy that came in over a Sunday night belongs to the week it
 * ended in, and what spans more than seven days to none.
 */
export function arrivalsByWeek(deliveries: readonly Delivery[]): WeekOfArrivals[] {
  const within7Days = deliveries.filter(({ period }) => lengthInDays(period) <= 7)
  const weeks = grouped(within7Days, ({ period }) => isoWeekOf(period.to).from)
  return [...weeks]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([from, told]) => {
      const whole = told.filter(({ isWholeWeek }) => isWholeWeek)
      return weekOf(isoWeekOf(from), whole.length > 0 ? whole.slice(0, 1) : told, whole.length > 0)
    })
}

function weekOf(week: Period, deliveries: Delivery[], isWhole: boolean): WeekOfArrivals {
  const counted = deliveries.filter(({ tankers }) => tankers !== null)
  const litres = deliveries.flatMap((delivery) => litresReceived(delivery) ?? [])
  const isPart = deliveries.some((delivery) => delivery.isPart)
  return {
    week,
    tankers: sum(counted.flatMap(({ tankers }) => tankers ?? [])),
    byAxis: addByAxis(counted),
    litres: sum(litres.map(({ value }) => value)),
    litresDerived: litres.some(({ derived }) => derived),
    basis: isWhole ? 'whole-week' : isPart ? 'partial-week' : 'summed',
    hasUncounted: counted.length < deliveries.length && !isWhole,
    reports: deliveries.flatMap(({ reports }) => reports),
  }
}

function addByAxis(deliveries: Delivery[]): Map<Axis | 'unstated', Estimate> {
  const total = new Map<Axis | 'unstated', Estimate>()
  for (const { byAxis } of deliveries) {
    for (const [axis, value] of byAxis) {
      addTo(total, axis, value)
    }
  }
  return total
}
