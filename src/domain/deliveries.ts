import { isEligible } from './admiralty.ts'
import type { ConvoyBody } from './convoy-report.ts'
import type { Axis } from './corridor.ts'
import { byText } from './by-text.ts'
import { exactly, sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { namedDay } from './named-day.ts'
import { flowOf } from './of-kind.ts'
import { once } from './once.ts'
import { chosen } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import { combine, eventIdOf, isCountable, madeOfEvents } from './statement.ts'
import type { Statement } from './statement.ts'
import { dayOf, isoWeekOf, lengthInDays } from './time.ts'
import type { Day, Period } from './time.ts'

/** Litres a tanker carries unless its report says otherwise, from weekly totals that give both counts. */
export const TANKER_LITRES = { low: 40_000, best: 46_000, high: 50_000 } as const satisfies Estimate

/** Fuel that came into the country once: a convoy, or an authority's count for a stretch of days. */
export type Delivery = {
  event: string
  period: Period
  /** Null when only "a convoy arrived" was said. */
  tankers: Estimate | null
  /** As reported; null when no source gave litres. */
  litres: Estimate | null
  /** Tankers by way in; what is left of a total after its parts is `unstated`. */
  byAxis: Map<Axis | 'unstated', Estimate>
  /** True for an authority's figure for exactly one ISO week, given once that week was over. */
  isWholeWeek: boolean
  /** True when it is known to be a part of a longer count that nobody gave, or that was not over yet. */
  isPart: boolean
  reports: Report[]
  /** The last day that these name. */
  named: Day
  /** Those behind the figure and those of its parts: who says which way in. */
  told: Report[]
  claims: Report[]
}

const tankersOf = ({ body }: Report): Estimate | null =>
  body.kind === 'convoy'
    ? body.tankersArrived
    : body.kind === 'bulletin' && body.metric === 'tankers_arrived'
      ? body.value
      : null

/** Litres on the way are no delivery; where no stage is given, the source speaks of what came. */
const hasArrived = ({ stage }: ConvoyBody): boolean =>
  stage === null || ['partially_arrived', 'arrived', 'offloading', 'distributed'].includes(stage)

const litresOf = ({ body }: Report): Estimate | null =>
  body.kind === 'convoy'
    ? hasArrived(body)
      ? body.litres
      : null
    : body.kind === 'bulletin' && body.metric === 'litres_delivered'
      ? body.value
      : null

const isArrivalWithoutCount = ({ body }: Report): boolean =>
  body.kind === 'convoy' && body.convoys !== null && body.stage === 'arrived'

/** Every delivery the reports tell of, each once, whatever the number of reports. Oldest first. */
export const deliveriesOf: (reports: readonly Report[]) => readonly Delivery[] = once((reports) => {
  return deliveriesIn(arrivalsIn(flowOf(reports))).toSorted((a, b) =>
    byText(a.period.from, b.period.from),
  )
})

const arrivalsIn = chosen(
  (report: Report) =>
    isCountable(report) &&
    (tankersOf(report) !== null || litresOf(report) !== null || isArrivalWithoutCount(report)),
)

function statements(
  reports: readonly Report[],
  valueOf: (report: Report) => Estimate | null,
): Statement[] {
  return reports.flatMap((report) => {
    const value = valueOf(report)
    return value === null ? [] : [{ report, value }]
  })
}

const deliveriesIn = madeOfEvents((group: readonly Report[]): Delivery => {
  const [first] = group
  const tankers = combine(statements(group, tankersOf))
  const litres = combine(statements(group, litresOf))
  const used = [...tankers.used, ...litres.used].map(({ report }) => report)
  const reports = used.length > 0 ? [...new Set(used)] : [...group]
  const totals = reports.filter((report) => report.event?.role === 'total')
  const period = spanOf(totals.length > 0 ? totals : reports)
  const isOfAWeek =
    totals.length > 0 && lengthInDays(period) === 7 && isoWeekOf(period.from).from === period.from
  const eligible = group.filter((report) => isEligible(report) && report.event?.role !== 'rejected')
  // "Received this week", printed on its Thursday, is a count of four days.
  const isOver = totals.some(({ publishedAt }) => dayOf(publishedAt) > period.to)
  return {
    event: first ? eventIdOf(first) : '',
    period,
    tankers: tankers.value,
    litres: litres.value,
    // A way in rests on the reports that are named with it: a claim is not among them, and so gives no count.
    byAxis: splitByAxis(eligible, tankers.value),
    isWholeWeek: isOfAWeek && isOver,
    isPart:
      (isOfAWeek && !isOver) ||
      (totals.length === 0 && reports.some((report) => report.event?.role === 'part')),
    reports,
    named: namedDay(reports, period.to),
    told: eligible,
    claims: [...tankers.claims, ...litres.claims].map(({ report }) => report),
  }
})

function spanOf(reports: Report[]): Period {
  const periods = reports.map(observedPeriod)
  return {
    from: periods.reduce(
      (first, { from }) => (from < first ? from : first),
      periods[0]?.from ?? '',
    ),
    to: periods.reduce((last, { to }) => (to > last ? to : last), periods[0]?.to ?? ''),
  }
}

/** Parts that name their corridor go to it; the rest of the total has no stated way in. */
function splitByAxis(
  group: readonly Report[],
  total: Estimate | null,
): Map<Axis | 'unstated', Estimate> {
  if (total === null) return new Map()
  const parts = group.filter((report) => report.event?.role === 'part' && report.corridor !== null)
  if (parts.length === 0) {
    const axis = group.find((report) => report.corridor !== null && tankersOf(report))?.corridor
      ?.axis
    return new Map([[axis ?? 'unstated', total]])
  }
  const split = new Map<Axis | 'unstated', Estimate>()
  for (const part of parts) {
    const value = tankersOf(part)
    if (value && part.corridor) addTo(split, part.corridor.axis, value)
  }
  const placed = sum([...split.values()])?.best ?? null
  const rest = total.best === null || placed === null ? null : total.best - placed
  if (rest !== null && rest > 0) split.set('unstated', exactly(rest))
  return split
}

/**
 * What of these deliveries came by each way in, each with that way's own count and reports: a total of two convoys
 * is not what either road carried. One that nobody counted still came.
 */
export function deliveriesByAxis(deliveries: readonly Delivery[]): ReadonlyMap<Axis, Delivery[]> {
  const ways = new Map<Axis, Delivery[]>()
  for (const delivery of deliveries)
    for (const [axis, way] of onEachAxis(delivery)) {
      const before = ways.get(axis)
      if (before) before.push(way)
      else ways.set(axis, [way])
    }
  return ways
}

const onEachAxis = once((delivery: Delivery): ReadonlyMap<Axis, Delivery> => {
  const ways = new Map<Axis, Delivery>()
  for (const report of delivery.told) {
    if (report.corridor === null) continue
    const { axis } = report.corridor
    const tankers = delivery.byAxis.get(axis) ?? null
    const way = ways.get(axis) ?? { ...delivery, tankers, reports: [] }
    way.reports.push(report)
    ways.set(axis, way)
  }
  for (const way of ways.values()) way.named = namedDay(way.reports, way.period.to)
  return ways
})

/** Adds to one entry of a tally. */
function addTo<Key>(tally: Map<Key, Estimate>, key: Key, value: Estimate): void {
  const before = tally.get(key)
  tally.set(key, (before && sum([before, value])) ?? value)
}

/** Litres of a delivery: as reported, else derived from its tankers; null when neither is known. */
export function litresReceived({
  litres,
  tankers,
}: Delivery): { value: Estimate; derived: boolean } | null {
  if (litres !== null) return { value: litres, derived: false }
  if (tankers === null) return null
  const times = (count: number | null, size: number) => (count === null ? null : count * size)
  return {
    value: {
      low: times(tankers.low, TANKER_LITRES.low),
      best: times(tankers.best, TANKER_LITRES.best),
      high: times(tankers.high, TANKER_LITRES.high),
    },
    derived: true,
  }
}
