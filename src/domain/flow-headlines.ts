import { DAILY_NEEDS, daysOfCover, daysOfUse, supplyRatio } from './cover.ts'
import type { Estimate } from './estimate.ts'
import { sum } from './estimate.ts'
import { trafficBefore } from './flow-series.ts'
import { isEligible } from './admiralty.ts'
import { areFewIn, isTellable, standingAlone } from './few.ts'
import { lastDayOf } from './filter.ts'
import { headlineOf, notComputable } from './headline.ts'
import type { Question } from './headline.ts'
import { lossesOf } from './losses.ts'
import type { Loss } from './losses.ts'
import { bulletinsOf, flowOf } from './of-kind.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import type { Caveat, Missing, Reference } from './series.ts'
import type { Headline } from './situation.ts'
import { byReport } from './statement.ts'
import { addDays, overlaps } from './time.ts'
import type { Day, Period } from './time.ts'
import { weeksOfArrivals } from './weekly.ts'
import type { WeekOfArrivals } from './weekly.ts'

/**
 * Weeks of the window with a count that may be told, the newest last; the one that `at` lies in among them, with what
 * is told by then. `isWithheld`: some have a count that may not be told.
 */
function countedWeeks({ asked, window }: Question) {
  const counted = weeksOfArrivals(asked, { from: window.from, to: window.at }).filter(
    ({ tankers }) => tankers !== null,
  )
  const weeks = counted.filter(isTellable)
  return { weeks, isWithheld: weeks.length < counted.length }
}

/**
 * The week to speak of. The first convoys of a week that still runs would stand for all of it: they give way to the
 * week before where an authority counted that one whole.
 */
function latestOf(weeks: WeekOfArrivals[], at: Day): WeekOfArrivals | undefined {
  const last = weeks.at(-1)
  const before = weeks.at(-2)
  const isBeginning = last?.basis === 'summed' && last.week.to > at
  return isBeginning &&
    before?.basis === 'whole-week' &&
    addDays(before.week.to, 1) === last.week.from
    ? before
    : last
}

/** Tankers that arrived in the last week anybody counted, against the last whole week counted before it. */
export function arrivalsHeadline(question: Question): Headline {
  const { weeks, isWithheld } = countedWeeks(question)
  const last = latestOf(weeks, question.window.at)
  if (!last?.tankers)
    return notComputable('arrivals', 'tankers', [isWithheld ? 'withheld' : 'arrivals'])
  // Convoys that somebody happened to report, set against others', would look like a rise or a fall.
  const before =
    last.basis === 'summed'
      ? undefined
      : weeks.slice(0, weeks.indexOf(last)).findLast(isCountedWhole)
  const caveats: Caveat[] = ['officials-report-arrivals']
  if (last.basis === 'partial-week') caveats.unshift('partial-week')
  if (last.basis === 'summed') caveats.unshift('summed-convoys')
  return headlineOf('arrivals', 'tankers', {
    value: last.tankers,
    period: last.basis === 'partial-week' ? partOf(last.reports, last.week) : last.week,
    reports: last.reports,
    at: question.window.at,
    previous: before?.tankers ? { value: before.tankers, period: before.week } : null,
    references: trafficBefore(question.past),
    caveats,
  })
}

function isCountedWhole({ basis }: WeekOfArrivals): boolean {
  return basis === 'whole-week'
}

/** Of a part of a week, the days that were counted: "this week", said on a Thursday, began on Monday. */
function partOf(reports: readonly Report[], week: Period): Period {
  const from = reports.map((report) => observedPeriod(report).from).toSorted()[0]
  const to = reports.map(lastDayOf).toSorted().at(-1)
  return { from: from ?? week.from, to: to ?? week.to }
}

/**
 * Days of cover at `at`. Without a stock figure it cannot be had; then the parts still say how many litres the
 * last counted week brought, what share of the two published needs that was, and how many days of use.
 */
export function coverHeadline(question: Question): Headline {
  const { asked, window } = question
  const cover =
    daysOfCover(asked, window.at) ?? daysOfCover(standingAlone(flowOf(asked)), window.at)
  const { weeks, isWithheld } = countedWeeks(question)
  const last = latestOf(weeks, window.at)
  const parts = last?.litres ? supplyParts(last.litres, last) : []
  const caveats: Caveat[] = ['need-disputed']
  if (last?.litresDerived) caveats.push('derived-litres')
  if (cover === null) {
    const lacks: Missing[] = ['stock', 'agreed-daily-need']
    if (isWithheld && !last) lacks.unshift('withheld')
    const missing = notComputable('cover', 'days', lacks)
    if (!last) return missing
    const rests = headlineOf('cover', 'days', {
      value: { low: null, best: null, high: null },
      period: last.week,
      reports: last.reports,
      at: window.at,
      parts,
      references: [...DAILY_NEEDS],
      caveats,
    })
    return { ...rests, value: null, missing: missing.missing }
  }
  return headlineOf('cover', 'days', {
    value: cover.value,
    period: { from: cover.statedOn, to: window.at },
    reports: cover.reports,
    at: window.at,
    parts,
    references: [...DAILY_NEEDS],
    caveats,
    missing: ['agreed-daily-need'],
  })
}

function supplyParts(
  litres: Estimate,
  { basis, reports, week }: WeekOfArrivals,
): Headline['parts'] {
  const { from, to } = basis === 'partial-week' ? partOf(reports, week) : week
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return [
    { key: 'litres-received', unit: 'litres', value: litres },
    { key: 'days-of-use', unit: 'days', value: daysOfUse(litres) },
    ...DAILY_NEEDS.map(({ id, value }) => ({
      key: `ratio-${id}`,
      unit: 'ratio' as const,
      value: supplyRatio(litres, days, value),
    })),
  ]
}

/** Tankers reported lost in the window up to `at`, each attack once; beside it what others have counted. */
export function lossesHeadline({ asked, past, window }: Question): Headline {
  const span = { from: window.from, to: window.at }
  const heard = lossesOf(asked).filter(({ period }) => overlaps(period, span))
  const losses = areFewIn(heard)
    ? lossesOf(standingAlone(flowOf(asked))).filter(({ period }) => overlaps(period, span))
    : heard
  const counted = losses.flatMap(({ tankers }) => tankers ?? [])
  const value = sum(counted)
  if (value === null)
    return notComputable(
      'losses',
      'tankers',
      heard.length > losses.length
        ? ['withheld']
        : losses.length === 0
          ? ['no-reports']
          : ['tanker-counts'],
    )
  const isRecent = ({ period }: Loss) => period.to > addDays(window.at, -28)
  const recent = losses.filter(isRecent)
  // Told beside the sum, one part of it would tell the other.
  const isGivenAway = [recent, losses.filter((loss) => !isRecent(loss))].some((some) =>
    areFewIn(some),
  )
  const caveats: Caveat[] = ['officials-report-arrivals']
  if (counted.length < losses.length) caveats.unshift('unknown-toll')
  if (value.low !== value.high) caveats.unshift('sources-disagree')
  if (losses.some(({ claims }) => claims.length > 0)) caveats.push('claims-left-out')
  return headlineOf('losses', 'tankers', {
    value,
    period: span,
    reports: losses.flatMap(({ reports }) => reports),
    at: window.at,
    parts: [
      {
        key: 'attacks',
        unit: 'attacks',
        value: { low: losses.length, best: losses.length, high: null },
      },
      ...(isGivenAway
        ? []
        : [
            {
              key: 'lost-28-days',
              unit: 'tankers' as const,
              value: sum(recent.flatMap(({ tankers }) => tankers ?? [])),
            },
          ]),
    ],
    references: quotedTotals(past, window.at),
    caveats,
  })
}

/** A running total older than this has been overtaken. */
const TOTAL_IS_GOOD_FOR_DAYS = 90

/** The best judged recent running total of destroyed tankers: what others have counted. */
function quotedTotals(past: Question['past'], at: Day): Reference[] {
  const quoted = standingAlone(bulletinsOf(past, 'tankers_destroyed_cumulative'))
    .filter(
      (report) => isEligible(report) && lastDayOf(report) >= addDays(at, -TOTAL_IS_GOOD_FOR_DAYS),
    )
    .toSorted(byReport)[0]
  const value = quoted?.body.value?.best ?? null
  if (!quoted || value === null) return []
  return [
    {
      id: 'quoted-total',
      value,
      unit: 'tankers',
      source: quoted.source.name,
      url: quoted.source.url,
    },
  ]
}
