import type { Atlas } from './atlas.ts'
import { stationsIn, townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import { exactly } from './estimate.ts'
import { once } from './once.ts'
import type { QueueBody } from './queue-report.ts'
import { quotedShares } from './quoted-shares.ts'
import { ofKind } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import type { StationShare } from './station-share.ts'
import { dayOf, isoWeekOf } from './time.ts'

/** Shares of stations with fuel, as quoted by town and day and as counted by town and week; oldest first. */
export function stationShares(reports: readonly Report[], atlas: Atlas): readonly StationShare[] {
  return sharesIn(atlas)(reports)
}

const sharesIn = once((atlas: Atlas) =>
  once((reports: readonly Report[]) =>
    [...quotedShares(reports, atlas), ...countedShares(reports, atlas)].toSorted(
      (a, b) => byText(a.period.from, b.period.from) || byText(a.place, b.place),
    ),
  ),
)

/**
 * Stations that had fuel among those that were reported on, by town and ISO week, eligible reports only: each station
 * as its newest report of that week found it. A station without a report is not in it.
 */
function countedShares(reports: readonly Report[], atlas: Atlas): StationShare[] {
  const towns = new Map<string, Map<string, Map<string, ReportOf<'queue'>>>>()
  for (const report of ofKind(reports, 'queue')) {
    const station = report.position?.place ?? null
    if (station === null || atlas.places.get(station)?.kind !== 'station') continue
    const town = townOf(station, atlas)
    if (town === null || hasFuel(report.body) === null || !isEligible(report)) continue
    const { from } = isoWeekOf(dayOf(report.observedAt))
    const weeks = towns.get(town) ?? new Map<string, Map<string, ReportOf<'queue'>>>()
    const stations = weeks.get(from) ?? new Map<string, ReportOf<'queue'>>()
    towns.set(town, weeks.set(from, stations))
    const before = stations.get(station)
    if (before === undefined || isNewer(report, before)) stations.set(station, report)
  }
  return [...towns].flatMap(([town, weeks]) =>
    [...weeks].map(([from, stations]): StationShare => {
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
    }),
  )
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
