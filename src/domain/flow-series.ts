import { AXES } from './corridor-states.ts'
import type { Axis } from './corridor.ts'
import { daysOfUse, DAILY_NEEDS } from './cover.ts'
import { isTellable, standingAlone, toldCells, toldWays } from './few.ts'
import type { WayIn } from './few.ts'
import { once } from './once.ts'
import { scale, sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { grouped } from './grouped.ts'
import { lossesOf } from './losses.ts'
import type { Loss } from './losses.ts'
import { lineOf, pointOf, withGaps, withheldPoint } from './point.ts'
import { bulletinsOf, flowOf } from './of-kind.ts'
import { eachOnce } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import type { Asked, Drawn } from './drawn.ts'
import type { Basis, Caveat, Point, Reference } from './series.ts'
import { isEligible } from './admiralty.ts'
import { contains, isoWeekOf, lengthInDays, weeksIn } from './time.ts'
import type { Period } from './time.ts'
import { weeksOfArrivals } from './weekly.ts'
import type { WeekOfArrivals } from './weekly.ts'

const LINES = [...AXES, 'unstated'] as const

/** Tankers that arrived, by ISO week and way in, and their sum (`all`). */
export function arrivalsSeries({ reports, all, window }: Asked): Drawn {
  const weeks = weeksIn(window)
  const heard = weeksOfArrivals(reports, window).filter((each) => isIn(each.week, weeks))
  const told = heard.filter(isTellable)
  const lines = LINES.flatMap((axis) => lineOf(axis, 'tankers', arrivalsOn(axis, weeks, heard)))
  const totals = heard.map(({ week, tankers, reports: behind, basis }) =>
    pointOf(week, tankers, { reports: behind, basis }),
  )
  return {
    lines:
      heard.length === 0 ? [] : [...lines, ...lineOf('all', 'tankers', withGaps(weeks, totals))],
    behind: eachOnce(told.map((each) => each.reports)),
    references: trafficBefore(all),
    caveats: [
      ...arrivalCaveats(told),
      ...(told.some(({ withheld, byAxis }) => withheld.size === 0 && byAxis.has('unstated'))
        ? ['corridor-unstated' as const]
        : []),
      ...routeCaveats(told),
    ],
    missing: heard.length === 0 ? ['arrivals'] : [],
  }
}

/** Weeks in which somebody counted on one way in; no points where none did. */
function arrivalsOn(
  axis: Axis | 'unstated',
  weeks: readonly Period[],
  heard: readonly WeekOfArrivals[],
): Point[] {
  const points = heard.flatMap(({ week, byAxis, withheld, reports, basis }) => {
    if (withheld.has(axis)) return [withheldPoint(week)]
    const way = byAxis.get(axis)
    if (!way) return []
    // A week may be told by pages, and one of its ways in by one voice of the field.
    return [isTellable(way) ? pointOf(week, way.value, { reports, basis }) : withheldPoint(week)]
  })
  return points.length === 0 ? [] : withGaps(weeks, points)
}

/** Litres received by week, what customs counted, and the days of use they cover. */
export function litresSeries({ reports, window }: Asked): Drawn {
  const weeks = weeksIn(window)
  const heard = weeksOfArrivals(reports, window).filter(
    (each) => isIn(each.week, weeks) && each.litres,
  )
  const told = heard.filter(isTellable)
  const received = heard.map((each) =>
    pointOf(each.week, each.litres, {
      reports: each.reports,
      basis: litresBasis(each),
    }),
  )
  const cover = heard.map((each) =>
    pointOf(each.week, each.litres && daysOfUse(each.litres), {
      reports: each.reports,
      basis: 'derived',
    }),
  )
  const counted = customsIn(reports, weeks)
  const customs = counted.map(({ report, value, week }) =>
    pointOf(week, value, { reports: [report], basis: 'reported' }),
  )
  const caveats: Caveat[] = told.length === 0 ? [] : [...arrivalCaveats(told), 'need-disputed']
  if (told.some(({ litresDerived }) => litresDerived)) caveats.push('derived-litres')
  if (customs.length > 0) caveats.push('customs-monthly')
  return {
    lines: [
      ...(received.length === 0 ? [] : lineOf('received', 'litres', withGaps(weeks, received))),
      ...(customs.length === 0 ? [] : lineOf('customs', 'litres', withGaps(weeks, customs))),
      ...(cover.length === 0 ? [] : lineOf('cover', 'days', withGaps(weeks, cover))),
    ],
    behind: eachOnce([
      ...told.map((each) => each.reports),
      standingAlone(counted.map(({ report }) => report)),
    ]),
    references: DAILY_NEEDS.map((need) => ({ ...need, value: need.value * 7 })),
    caveats,
    missing: [
      ...(received.length === 0 ? ['arrivals' as const] : []),
      'stock',
      'agreed-daily-need',
    ],
  }
}

/** A part of a week must look like one, also where its litres are derived. */
function litresBasis({ basis, litresDerived }: WeekOfArrivals): Basis {
  if (basis === 'partial-week') return basis
  return litresDerived ? 'derived' : 'reported'
}

/** What was lost in one ISO week. */
type WeekOfLosses = {
  week: Period
  losses: readonly Loss[]
  reports: readonly Report[]
  withheld: ReadonlySet<Axis | 'unstated'>
  byAxis: ReadonlyMap<Axis | 'unstated', WayIn>
}

/** Tankers lost, by ISO week and way in, and their sum (`all`). A week of attacks without a toll has n but no value. */
export function lossesSeries({ reports, window }: Asked): Drawn {
  const weeks = weeksIn(window)
  const heard = weeksOfLosses(reports).filter(({ week }) => isIn(week, weeks))
  const losses = heard.filter(isTellable).flatMap((each) => each.losses)
  const lines = LINES.flatMap((axis) => lineOf(axis, 'tankers', lossesOn(axis, weeks, heard)))
  const totals = heard.map((each) =>
    pointOf(each.week, lostIn(each.losses), { reports: each.reports, basis: 'reported' }),
  )
  const caveats: Caveat[] = losses.length === 0 ? [] : ['officials-report-arrivals']
  if (losses.some(({ tankers }) => tankers === null)) caveats.push('unknown-toll')
  if (losses.some(({ tankers }) => tankers && tankers.low !== tankers.high))
    caveats.push('sources-disagree')
  caveats.push(...routeCaveats(heard))
  return {
    lines: [
      ...lines,
      ...(totals.length === 0 ? [] : lineOf('all', 'tankers', withGaps(weeks, totals))),
    ],
    behind: eachOnce(losses.map((loss) => loss.reports)),
    references: [],
    caveats,
    missing: heard.length === 0 ? ['no-reports'] : [],
  }
}

const weeksOfLosses = once((reports: readonly Report[]): readonly WeekOfLosses[] =>
  toldCells(
    lossesByWeek(reports),
    () => lossesByWeek(standingAlone(flowOf(reports))),
    ({ week }) => week.from,
  ).map((each) => {
    if (!isTellable(each)) return each
    const { told, withheld } = toldWays(each.byAxis)
    return { ...each, byAxis: told, withheld }
  }),
)

function lossesByWeek(reports: readonly Report[]): WeekOfLosses[] {
  const told = lossesOf(reports).filter(({ period }) => lengthInDays(period) <= 7)
  return [...grouped(told, ({ period }) => isoWeekOf(period.from).from)].map(([from, losses]) => ({
    week: isoWeekOf(from),
    losses,
    reports: losses.flatMap((loss) => loss.reports),
    withheld: new Set(),
    byAxis: new Map(
      [...grouped(losses, ({ axis }) => axis).values()].flatMap((some) =>
        some
          .slice(0, 1)
          .map(({ axis }) => [
            axis,
            { value: lostIn(some), reports: some.flatMap((loss) => loss.reports) },
          ]),
      ),
    ),
  }))
}

function lostIn(losses: readonly Loss[]): Estimate | null {
  return sum(losses.flatMap(({ tankers }) => tankers ?? []))
}

/** Weeks in which somebody told of a loss on one way in; no points where nobody did. */
function lossesOn(
  axis: Axis | 'unstated',
  weeks: readonly Period[],
  heard: readonly WeekOfLosses[],
): Point[] {
  const points = heard.flatMap(({ week, byAxis, withheld }) => {
    if (withheld.has(axis)) return [withheldPoint(week)]
    const way = byAxis.get(axis)
    return way ? [pointOf(week, way.value, { reports: way.reports, basis: 'reported' })] : []
  })
  return points.length === 0 ? [] : withGaps(weeks, points)
}

function isIn(week: Period, weeks: readonly Period[]): boolean {
  return weeks.some(({ from }) => from === week.from)
}

function routeCaveats(weeks: readonly Pick<WeekOfArrivals, 'withheld'>[]): Caveat[] {
  return weeks.some(({ withheld }) => withheld.size > 0) ? ['route-withheld'] : []
}

function arrivalCaveats(told: WeekOfArrivals[]): Caveat[] {
  const caveats: Caveat[] = []
  if (told.some(({ basis }) => basis === 'partial-week')) caveats.push('partial-week')
  if (told.some(({ basis }) => basis === 'summed')) caveats.push('summed-convoys')
  if (told.length > 0) caveats.push('officials-report-arrivals')
  return caveats
}

/** Customs counts by the month; its daily mean times seven stands for each whole week inside. Litres. */
function customsIn(reports: readonly Report[], weeks: readonly Period[]) {
  return bulletinsOf(reports, 'litres_imported')
    .filter((report) => isEligible(report))
    .flatMap((report) => {
      if (report.body.value === null) return []
      const month = observedPeriod(report)
      const value = scale(report.body.value, 7 / lengthInDays(month))
      return weeks.filter((week) => contains(month, week)).map((week) => ({ report, value, week }))
    })
}

/** Tankers a week before the attacks, as last quoted. */
export function trafficBefore(reports: readonly Report[]): Reference[] {
  const quoted = standingAlone(bulletinsOf(reports, 'tankers_per_month_before_attacks')).findLast(
    (report) => isEligible(report),
  )
  const perMonth = quoted?.body.value?.best ?? null
  if (!quoted || perMonth === null) return []
  const { name, url } = quoted.source
  return [{ id: 'traffic-before', value: (perMonth * 12) / 52, unit: 'tankers', source: name, url }]
}
