import type { Atlas } from './atlas.ts'
import { stationsIn, townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import { cellsBy } from './cells.ts'
import { exactly } from './estimate.ts'
import { standingAlone, toldCells } from './few.ts'
import { ALWAYS, around } from './filter.ts'
import { once, remember } from './once.ts'
import type { QueueBody } from './queue-report.ts'
import { quotedShares } from './quoted-shares.ts'
import { ofKind } from './of-kind.ts'
import { groupsPerPart } from './parts.ts'
import type { Report, ReportOf } from './report.ts'
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

const sharesIn = once((atlas: Atlas) => {
  const countedIn = groupsPerPart((reports: readonly ReportOf<'queue'>[]) => {
    return lookedAtByTown(reports, atlas)
  }, mergeLooks)
  const shareOf = once((looks: LookedAt) => countedShare(looks, atlas))
  const sharesOf = (reports: readonly Report[], period: Period) => {
    const told = quotedShares(reports, atlas, period)
    // What was quoted of many days is held against what was counted in the week they begin in.
    const from = told.reduce((first, share) => earlier(first, mondayOf(share)), period.from)
    const queues = ofKind(around(reports, { from, to: period.to }), 'queue')
    const counted = countedIn(queues).map(shareOf)
    const weeks = new Set(counted.map(weekAt))
    const quoted = told.filter((share) => isPublished(share) || !weeks.has(weekAt(share)))
    return [...quoted, ...counted].toSorted(
      (a, b) => byText(a.period.from, b.period.from) || byText(a.place, b.place),
    )
  }
  return once((reports: readonly Report[]) =>
    remember(PERIODS_KEPT, (asked) => {
      const period = JSON.parse(asked) as Period
      return toldCells(
        sharesOf(reports, period),
        () => sharesOf(standingAlone(reports), period),
        ({ place, period: { from, to } }) => `${place} ${from} ${to}`,
      )
    }),
  )
})

/** A page that can be read stands as it is; a reporter's "most are dry" only where no station was reported on. */
function isPublished({ reports }: StationShare): boolean {
  return reports.some(({ source }) => source.url !== null)
}

function weekAt(share: StationShare): string {
  return `${share.place} ${mondayOf(share)}`
}

function mondayOf({ period }: StationShare): Day {
  return isoWeekOf(period.from).from
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** The stations of a town that were looked at in one ISO week, each with its newest report. */
type LookedAt = { town: string; from: Day; stations: ReadonlyMap<string, ReportOf<'queue'>> }

function lookedAtByTown(
  reports: readonly ReportOf<'queue'>[],
  atlas: Atlas,
): ReadonlyMap<string, LookedAt> {
  const cells = cellsBy((town, from) => ({
    town,
    from,
    stations: new Map<string, ReportOf<'queue'>>(),
  }))
  for (const report of reports) {
    const station = report.position?.place ?? null
    if (station === null || atlas.places.get(station)?.kind !== 'station') continue
    const town = townOf(station, atlas)
    if (town === null || !saysOfItself(report)) continue
    const { stations } = cells.at(town, isoWeekOf(dayOf(report.observedAt)).from)
    const before = stations.get(station)
    if (before === undefined || isNewer(report, before)) stations.set(station, report)
  }
  return cells.all()
}

/** An eligible report that tells of this station's fuel, and not of how many others have some. */
function saysOfItself(report: ReportOf<'queue'>): boolean {
  return report.body.stations === null && hasFuel(report.body) !== null && isEligible(report)
}

function mergeLooks(a: LookedAt, b: LookedAt): LookedAt {
  const stations = new Map(a.stations)
  for (const [station, report] of b.stations) {
    const before = stations.get(station)
    if (before === undefined || isNewer(report, before)) stations.set(station, report)
  }
  return { ...a, stations }
}

/**
 * Stations that had fuel among those that were reported on in a town and ISO week, each as its newest report of that
 * week found it. A station without a report is in neither count.
 */
function countedShare({ town, from, stations }: LookedAt, atlas: Atlas): StationShare {
  const newest = [...stations.values()]
  const supplied = newest.filter(({ body }) => hasFuel(body) === true)
  return {
    period: isoWeekOf(from),
    place: town,
    value: exactly(supplied.length / newest.length),
    reporting: newest.length,
    known: stationsIn(town, atlas),
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
