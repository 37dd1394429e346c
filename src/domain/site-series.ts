import { isEligible } from './admiralty.ts'
import { stationsIn } from './atlas.ts'
import { isTellable, standingAlone } from './few.ts'
import { around } from './filter.ts'
import { mostTold } from './most-told.ts'
import { joined } from './parts.ts'
import { lineOf, pointOf, withGaps } from './point.ts'
import { bulletinsOf } from './of-kind.ts'
import { observedPeriod } from './report.ts'
import type { Asked, Drawn } from './drawn.ts'
import type { Caveat, Point } from './series.ts'
import { MANY } from './spread.ts'
import type { StationShare } from './station-share.ts'
import { stationShares } from './stations.ts'
import { overlaps, weeksIn } from './time.ts'
import { isOfAWeek, stretchesOfWaits, waitsByWeek, waitsOf } from './waits.ts'
import type { Wait } from './waits.ts'

/** Lines of places beside the whole: more would be a tangle. */
const MOST_PLACES = 6

/** Hours in the queue: by week over all places (`all`), and place by place. */
export function waitSeries({ reports, window, atlas }: Asked): Drawn {
  const stretches = stretchesOfWaits(around(reports, window), atlas).filter(({ period }) =>
    overlaps(period, window),
  )
  const waits = waitsOf(stretches)
  const weeks = weeksIn(window)
  const byWeek = waitsByWeek(stretches)
  const all = byWeek.map(({ period, value, reports: told }) =>
    pointOf(period, value, { reports: told, basis: 'reported' }),
  )
  const shown = mostTold(waits, MOST_PLACES)
  const places = shown.flatMap((place) =>
    lineOf(
      place,
      'hours',
      waits
        .filter((wait) => wait.place === place)
        .map(({ period, value, reports: told }) =>
          pointOf(period, value, { reports: told, basis: 'reported' }),
        ),
    ),
  )
  const isSpread = ({ value }: Pick<Wait, 'value'>) => value.low !== value.high
  const caveats: Caveat[] = []
  const told = waits.filter(isTellable)
  if (told.some((wait) => isSpread(wait) && wait.reports.length < MANY))
    caveats.push('sources-disagree')
  if (told.some((wait) => isSpread(wait) && wait.reports.length >= MANY))
    caveats.push('middle-half')
  return {
    lines: [...(all.length === 0 ? [] : lineOf('all', 'hours', withGaps(weeks, all))), ...places],
    behind: joined(
      waits
        .filter((wait) => isOfAWeek(wait) || shown.includes(wait.place))
        .filter((wait) => isTellable(wait) || byWeek.some((week) => countsIn(week, wait)))
        .map(({ reports: told }) => told),
    ),
    references: [],
    caveats,
    missing: waits.length === 0 ? ['wait-times'] : [],
  }
}

/** True where the week's figure is told, and that of this place is in it. */
function countsIn(week: Pick<Wait, 'period' | 'reports'>, { period, reports }: Wait): boolean {
  const isOfIt = week.period.from === period.from && isTellable(week)
  return isOfIt && reports.every((report) => week.reports.includes(report))
}

/** Share of reporting stations that had fuel, place by place, and the rate officials quote for the country. */
export function stationsSeries({ reports, window, atlas }: Asked): Drawn {
  const shares = stationShares(reports, atlas, window).filter(({ period }) =>
    overlaps(period, window),
  )
  const shown = mostTold(shares, MOST_PLACES)
  const places = shown.flatMap((place) =>
    lineOf(place, 'share', shares.filter((share) => share.place === place).map(sharePoint)),
  )
  const rates = bulletinsOf(reports, 'stations_resupplied_share')
    .filter((report) => isEligible(report))
    .filter((report) => overlaps(observedPeriod(report), window))
  const quoted = rates.map((report) =>
    pointOf(observedPeriod(report), report.body.value, { reports: [report], basis: 'reported' }),
  )
  const told = shares.filter(isTellable)
  const caveats: Caveat[] = told.some(({ value }) => value.best === null) ? ['majority-only'] : []
  if (quoted.length > 0) caveats.push('denominator-unstated')
  const isCensusKnown = shown.some((place) => stationsIn(place, atlas) !== null)
  return {
    lines: [...places, ...lineOf('quoted', 'share', quoted)],
    behind: joined([
      ...told.filter(({ place }) => shown.includes(place)).map((share) => share.reports),
      standingAlone(rates),
    ]),
    references: [],
    caveats,
    missing: isCensusKnown ? [] : ['station-census'],
  }
}

function sharePoint({ period, value, reports, reporting, known }: StationShare): Point {
  const point = pointOf(period, value, { reports, basis: 'reported' })
  return point.withheld ? point : { ...point, reporting, known }
}
