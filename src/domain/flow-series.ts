import { AXES } from './corridor-states.ts'
import type { Axis } from './corridor.ts'
import { daysOfUse, DAILY_NEEDS } from './cover.ts'
import { deliveriesOf } from './deliveries.ts'
import { scale, sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { grouped } from './grouped.ts'
import { lossesOf } from './losses.ts'
import type { Loss } from './losses.ts'
import { lineOf, pointOf, withGaps } from './point.ts'
import { ofKind } from './of-kind.ts'
import { eachOnce } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import type { Asked, Drawn } from './drawn.ts'
import type { Basis, Caveat, Point, Reference } from './series.ts'
import { isEligible } from './admiralty.ts'
import { contains, isoWeekOf, lengthInDays, weeksIn } from './time.ts'
import type { Period } from './time.ts'
import { arrivalsByWeek } from './weekly.ts'
import type { WeekOfArrivals } from './weekly.ts'

const LINES = [...AXES, 'unstated'] as const

/** Tankers that arrived, by ISO week and way in, and their sum (`all`). */
export function arrivalsSeries({ reports, all, window }: Asked): Drawn {
  const weeks = weeksIn(window)
  const told = arrivalsByWeek(deliveriesOf(reports)).filter((each) => isIn(each.week, weeks))
  const lines = LINES.flatMap((axis) =>
    lineOf(
      axis,
      'tankers',
      byWeek(weeks, told, (each) => each.byAxis.get(axis) ?? null, true),
    ),
  )
  return {
    lines:
      told.length === 0
        ? []
        : [
            ...lines,
            ...lineOf(
              'all',
              'tankers',
              byWeek(weeks, told, ({ tankers }) => tankers, false),
            ),
          ],
    behind: eachOnce(told.map((each) => each.reports)),
    references: trafficBefore(all),
    caveats: [
      ...arrivalCaveats(told),
      ...(lines.some(({ key }) => key === 'unstated') ? ['corridor-unstated' as const] : []),
    ],
    missing: told.length === 0 ? ['arrivals'] : [],
  }
}

/** Litres received by week, what customs counted, and the days of use they cover. */
export function litresSeries({ reports, window }: Asked): Drawn {
  const weeks = weeksIn(window)
  const told = arrivalsByWeek(deliveriesOf(reports)).filter(
    (each) => isIn(each.week, weeks) && each.litres,
  )
  const received = told.map((each) =>
    pointOf(each.week, each.litres, {
      reports: each.reports,
      basis: litresBasis(each),
    }),
  )
  const cover = told.map((each) =>
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
    behind: eachOnce([...told.map((each) => each.reports), counted.map(({ report }) => report)]),
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

/** Tankers lost, by ISO week and way in, and their sum (`all`). A week of attacks without a toll has n but no value. */
export function lossesSeries({ reports, window }: Asked): Drawn {
  const weeks = weeksIn(window)
  const losses = lossesOf(reports).filter(
    ({ period }) => lengthInDays(period) <= 7 && isIn(isoWeekOf(period.from), weeks),
  )
  const on = (axis: Axis | 'unstated' | 'all') =>
    losses.filter((loss) => axis === 'all' || loss.axis === axis)
  const lines = [...LINES, 'all' as const].flatMap((axis) =>
    on(axis).length === 0 ? [] : lineOf(axis, 'tankers', withGaps(weeks, lossPoints(on(axis)))),
  )
  const caveats: Caveat[] = losses.length === 0 ? [] : ['officials-report-arrivals']
  if (losses.some(({ tankers }) => tankers === null)) caveats.push('unknown-toll')
  if (losses.some(({ tankers }) => tankers && tankers.low !== tankers.high))
    caveats.push('sources-disagree')
  return {
    lines,
    behind: eachOnce(losses.map((loss) => loss.reports)),
    references: [],
    caveats,
    missing: losses.length === 0 ? ['no-reports'] : [],
  }
}

function lossPoints(losses: readonly Loss[]): Point[] {
  const weeks = grouped(losses, ({ period }) => isoWeekOf(period.from).from)
  return [...weeks].map(([from, told]) =>
    pointOf(isoWeekOf(from), sum(told.flatMap(({ tankers }) => tankers ?? [])), {
      reports: told.flatMap(({ reports }) => reports),
      basis: 'reported',
    }),
  )
}

function isIn(week: Period, weeks: readonly Period[]): boolean {
  return weeks.some(({ from }) => from === week.from)
}

/** `onlyTold`: leave the line out when no week has a value on it. */
function byWeek(
  weeks: readonly Period[],
  told: WeekOfArrivals[],
  valueOf: (week: WeekOfArrivals) => Estimate | null,
  onlyTold: boolean,
): Point[] {
  const points = told.flatMap((each) => {
    const value = valueOf(each)
    if (value === null && onlyTold) return []
    return [pointOf(each.week, value, { reports: each.reports, basis: each.basis })]
  })
  return points.length === 0 ? [] : withGaps(weeks, points)
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
  return ofKind(reports, 'bulletin')
    .filter((report) => report.body.metric === 'litres_imported' && isEligible(report))
    .flatMap((report) => {
      if (report.body.value === null) return []
      const month = observedPeriod(report)
      const value = scale(report.body.value, 7 / lengthInDays(month))
      return weeks.filter((week) => contains(month, week)).map((week) => ({ report, value, week }))
    })
}

/** Tankers a week before the attacks, as last quoted. */
export function trafficBefore(reports: readonly Report[]): Reference[] {
  const quoted = ofKind(reports, 'bulletin').findLast(
    (report) => report.body.metric === 'tankers_per_month_before_attacks' && isEligible(report),
  )
  const perMonth = quoted?.body.value?.best ?? null
  if (!quoted || perMonth === null) return []
  const { name, url } = quoted.source
  return [{ id: 'traffic-before', value: (perMonth * 12) / 52, unit: 'tankers', source: name, url }]
}
