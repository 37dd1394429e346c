import type { Axis } from './corridor.ts'
import { byText } from './by-text.ts'
import { deliveriesOf, litresReceived } from './deliveries.ts'
import type { Delivery } from './deliveries.ts'
import { sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { isTellable, standingAlone, toldCells, toldWays } from './few.ts'
import type { WayIn } from './few.ts'
import { grouped } from './grouped.ts'
import { flowOf } from './of-kind.ts'
import { once, remember } from './once.ts'
import type { Report } from './report.ts'
import type { Basis } from './series.ts'
import { isoWeekOf, lengthInDays, overlaps } from './time.ts'
import type { Period } from './time.ts'

/** What arrived in one ISO week. */
export type WeekOfArrivals = {
  week: Period
  /** Null when arrivals were told of but nobody counted tankers. */
  tankers: Estimate | null
  byAxis: ReadonlyMap<Axis | 'unstated', WayIn>
  /** Ways in of too few reports, and those that had to go with them; all are counted among `unstated`. */
  withheld: ReadonlySet<Axis | 'unstated'>
  litres: Estimate | null
  litresDerived: boolean
  basis: Basis
  /** True when something arrived that nobody counted: the sum understates. */
  hasUncounted: boolean
  reports: Report[]
}

/** The weeks of arrivals that some reports tell of and that touch the period, each as it may be told. */
export function weeksOfArrivals(
  reports: readonly Report[],
  { from, to }: Period,
): readonly WeekOfArrivals[] {
  return weeksAmong(reports)(JSON.stringify({ from, to }))
}

/** Questions kept beside a list: those of a few screens. */
const PERIODS_KEPT = 8

const weeksAmong = once((reports: readonly Report[]) =>
  remember(PERIODS_KEPT, (asked) => {
    const period = JSON.parse(asked) as Period
    const inPeriod = (some: readonly Report[]) =>
      deliveriesOf(some).filter((delivery) => overlaps(isoWeekOf(delivery.period.to), period))
    return toldCells(
      arrivalsByWeek(inPeriod(reports)),
      () => arrivalsByWeek(inPeriod(standingAlone(flowOf(reports)))),
      ({ week }) => week.from,
    ).map((each) => {
      if (!isTellable(each)) return each
      const { told, withheld } = toldWays(each.byAxis)
      return { ...each, byAxis: told, withheld }
    })
  }),
)

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
    withheld: new Set(),
    litres: sum(litres.map(({ value }) => value)),
    litresDerived: litres.some(({ derived }) => derived),
    basis: isWhole ? 'whole-week' : isPart ? 'partial-week' : 'summed',
    hasUncounted: counted.length < deliveries.length && !isWhole,
    reports: deliveries.flatMap(({ reports }) => reports),
  }
}

function addByAxis(deliveries: Delivery[]): Map<Axis | 'unstated', WayIn> {
  const total = new Map<Axis | 'unstated', WayIn>()
  for (const delivery of deliveries) {
    for (const [axis, value] of delivery.byAxis) {
      const before = total.get(axis)
      total.set(axis, {
        value: before?.value ? sum([before.value, value]) : value,
        reports: [...(before?.reports ?? []), ...reportsOn(axis, delivery)],
      })
    }
  }
  return total
}

/** Who tells of one way in: its parts; of what is not split, or left of a total, all behind it. */
function reportsOn(axis: Axis | 'unstated', { told, reports }: Delivery): readonly Report[] {
  const parts = told.filter(
    ({ corridor, event }) => corridor?.axis === axis && event?.role === 'part',
  )
  return parts.length > 0 ? parts : reports
}
