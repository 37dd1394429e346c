import type { Atlas } from './atlas.ts'
import { stationsIn, townFinder, townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import { exactly } from './estimate.ts'
import { mayStandAlone, toldCells } from './few.ts'
import { ALWAYS, around } from './filter.ts'
import { once, remember } from './once.ts'
import type { QueueBody } from './queue-report.ts'
import { censusOf, isQuote, quotedShare } from './quoted-shares.ts'
import type { Census, KnownIn } from './quoted-shares.ts'
import { ofKind } from './of-kind.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { rowsPerPart } from './rows.ts'
import type { Row } from './rows.ts'
import type { StationShare } from './station-share.ts'
import { dayOf, isoWeekOf } from './time.ts'
import type { Day, Period } from './time.ts'

/**
 * Shares of stations with fuel, as quoted by town and day and as counted by town and week; oldest first. All that touch
 * the period are among them; how many stations a town has may have been told at any time.
 */
export function stationShares(
  reports: readonly Report[],
  atlas: Atlas,
  { from, to }: Period = ALWAYS,
): readonly StationShare[] {
  return sharesIn(atlas)(reports)(JSON.stringify({ from, to }))
}

/** Questions kept beside a list: those of a few screens. */
const PERIODS_KEPT = 8

/** What was said in a week of stations: by towns what was found at each, by towns and days what was quoted of many. */
type WeekOfStations = Row<ReportOf<'queue'>>

const sharesIn = once((atlas: Atlas) => {
  const townOf = townFinder(atlas)
  const weeksIn = rowsPerPart((report: ReportOf<'queue'>) => {
    const town = isEligible(report) ? townOf(report.position?.place ?? null) : null
    return town === null ? null : subjectOf(report, town, atlas)
  }, mondayOf)
  const weekOf = once((week: WeekOfStations) => toldWeek(week, atlas))
  const weeksAround = (reports: readonly Report[], period: Period) =>
    weeksIn(ofKind(around(reports, period), 'queue')).map(weekOf)
  return once((reports: readonly Report[]) => {
    const census = censusOf(reports, atlas)
    return remember(PERIODS_KEPT, (asked) => {
      const period = JSON.parse(asked) as Period
      const weeks = weeksAround(reports, period)
      // What was quoted of many days is held against what was counted in the week they begin in.
      const from = weeks.reduce(
        (first, { monday, hasQuotes }) => (hasQuotes && monday < first ? monday : first),
        period.from,
      )
      return (from < period.from ? weeksAround(reports, { from, to: period.to }) : weeks)
        .toSorted((a, b) => byText(a.monday, b.monday))
        .flatMap(({ sharesBy }) => sharesBy(census))
    })
  })
})

/** A town whose station a report tells of, or a town and the days that it quotes of many; null for what tells of none. */
function subjectOf(report: ReportOf<'queue'>, town: string, atlas: Atlas): string | null {
  if (isQuote(report)) {
    const { from, to } = observedPeriod(report)
    return `${town} ${from} ${to}`
  }
  const isOfOne =
    hasFuel(report.body) !== null &&
    atlas.places.get(report.position?.place ?? '')?.kind === 'station'
  return isOfOne ? town : null
}

/** The week that a report is counted in; what is quoted of many days, in the one in which they begin. */
function mondayOf(report: ReportOf<'queue'>): Day {
  const { from } = isQuote(report) ? observedPeriod(report) : { from: dayOf(report.observedAt) }
  return isoWeekOf(from).from
}

/** The shares of one week, which are worked out once for each number of stations that its towns are known to have. */
function toldWeek(week: WeekOfStations, atlas: Atlas) {
  const cells = [...week.values()].flatMap((reports) => {
    const [first] = reports
    const town = townOf(first?.position?.place ?? null, atlas)
    return first === undefined || town === null ? [] : [{ town, isQuoted: isQuote(first), reports }]
  })
  const alone = () =>
    cells.map((cell) => ({ ...cell, reports: cell.reports.filter(mayStandAlone) }))
  const first = cells[0]?.reports[0]
  const monday = first === undefined ? '' : mondayOf(first)
  const quoted = new Set(cells.flatMap(({ isQuoted, town }) => (isQuoted ? [town] : [])))
  const uncounted = [...quoted].filter((town) => stationsIn(town, atlas) === null)
  const told = remember(CENSUSES_KEPT, (text) => {
    const known = JSON.parse(text) as Record<keyof Census, readonly (number | null)[]>
    const knownTo = (whom: keyof Census) => (town: string) =>
      stationsIn(town, atlas) ?? known[whom][uncounted.indexOf(town)] ?? null
    return toldCells(
      sharesOf(cells, monday, knownTo('all')),
      () => sharesOf(alone(), monday, knownTo('alone')),
      ({ place, period: { from, to } }) => `${place} ${from} ${to}`,
    )
  })
  return {
    monday,
    hasQuotes: quoted.size > 0,
    sharesBy: (census: Census) =>
      told(JSON.stringify({ all: uncounted.map(census.all), alone: uncounted.map(census.alone) })),
  }
}

const CENSUSES_KEPT = 4

type Cell = { town: string; isQuoted: boolean; reports: readonly ReportOf<'queue'>[] }

/** Oldest first, and by towns. */
function sharesOf(cells: readonly Cell[], monday: Day, known: KnownIn): StationShare[] {
  const counted = cells.flatMap(({ town, isQuoted, reports }) =>
    isQuoted ? [] : (countedShare({ town, monday, reports }, known) ?? []),
  )
  const towns = new Set(counted.map(({ place }) => place))
  const quoted = cells
    .flatMap(({ town, isQuoted, reports }) =>
      isQuoted ? (quotedShare(town, reports, known(town)) ?? []) : [],
    )
    .filter((share) => isPublished(share) || !towns.has(share.place))
  return [...quoted, ...counted].toSorted(
    (a, b) => byText(a.period.from, b.period.from) || byText(a.place, b.place),
  )
}

/** A page that can be read stands as it is; a reporter's "most are dry" only where no station was reported on. */
function isPublished({ reports }: StationShare): boolean {
  return reports.some(({ source }) => source.url !== null)
}

type LookedAt = { town: string; monday: Day; reports: readonly ReportOf<'queue'>[] }

/**
 * Stations that had fuel among those that were reported on in a town and ISO week, each as its newest report of that
 * week found it. A station without a report is in neither count. Null of no reports.
 */
function countedShare({ town, monday, reports }: LookedAt, known: KnownIn): StationShare | null {
  const stations = new Map<string, ReportOf<'queue'>>()
  for (const report of reports) {
    const station = report.position?.place ?? ''
    const before = stations.get(station)
    if (before === undefined || isNewer(report, before)) stations.set(station, report)
  }
  if (stations.size === 0) return null
  const newest = [...stations.values()]
  const supplied = newest.filter(({ body }) => hasFuel(body) === true)
  return {
    period: isoWeekOf(monday),
    place: town,
    value: exactly(supplied.length / newest.length),
    reporting: newest.length,
    known: known(town),
    reports: newest,
  }
}

function isNewer(a: Report, b: Report): boolean {
  return (byText(a.observedAt, b.observedAt) || byText(a.publishedAt, b.publishedAt)) > 0
}

/** Whether a station had any fuel, rationed or not; null where the report does not say. */
export function hasFuel({ facility, availability }: QueueBody): boolean | null {
  switch (facility) {
    case 'closed_temporary':
    case 'closed_permanent':
    case 'destroyed':
      return false
    case 'open':
    case 'open_priority_only':
    case 'unknown':
    case null:
      break
  }
  switch (availability) {
    case 'available':
    case 'rationed':
    case 'low':
      return true
    case 'out_of_stock':
      return false
    case 'not_sold':
    case 'unknown':
    case null:
      return null
  }
}
