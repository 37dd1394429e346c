import { isEligible } from './admiralty.ts'
import { stationsIn } from './atlas.ts'
import { mostTold } from './most-told.ts'
import { lineOf, pointOf, withGaps } from './point.ts'
import type { DrawnPoint } from './point.ts'
import { observedPeriod, ofKind } from './report.ts'
import type { Asked, Drawn } from './drawn.ts'
import type { Caveat } from './series.ts'
import { MANY } from './spread.ts'
import { stationShares } from './stations.ts'
import { overlaps, weeksIn } from './time.ts'
import { waitsByTown, waitsByWeek } from './waits.ts'
import type { Wait } from './waits.ts'

/** Lines of places beside the whole: more would be a tangle. */
const MOST_PLACES = 6

/** Hours in the queue: by week over all places (`all`), and place by place. */
export function waitSeries({ reports, window, atlas }: Asked): Drawn {
  const waits = waitsByTown(reports, atlas).filter(({ period }) => overlaps(period, window))
  const weeks = weeksIn(window)
  const all = waitsByWeek(waits).map(({ period, value, reports: told }) =>
    pointOf(period, value, { reports: told, basis: 'reported' }),
  )
  const places = mostTold(waits, MOST_PLACES).flatMap((place) =>
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
  if (waits.some((wait) => isSpread(wait) && wait.reports.length < MANY))
    caveats.push('sources-disagree')
  if (waits.some((wait) => isSpread(wait) && wait.reports.length >= MANY))
    caveats.push('middle-half')
  return {
    lines: [...(all.length === 0 ? [] : lineOf('all', 'hours', withGaps(weeks, all))), ...places],
    references: [],
    caveats,
    missing: waits.length === 0 ? ['wait-times'] : [],
  }
}

/** Share of reporting stations that had fuel, place by place, and the rate officials quote for the country. */
export function stationsSeries({ reports, window, atlas }: Asked): Drawn {
  const shares = stationShares(reports, atlas).filter(({ period }) => overlaps(period, window))
  const places = mostTold(shares, MOST_PLACES).flatMap((place) =>
    lineOf(
      place,
      'share',
      shares
        .filter((share) => share.place === place)
        .map((share): DrawnPoint => ({
          ...pointOf(share.period, share.value, { reports: share.reports, basis: 'reported' }),
          reporting: share.reporting,
          known: share.known,
        })),
    ),
  )
  const quoted = ofKind(reports, 'bulletin')
    .filter((report) => report.body.metric === 'stations_resupplied_share' && isEligible(report))
    .filter((report) => overlaps(observedPeriod(report), window))
    .map((report) =>
      pointOf(observedPeriod(report), report.body.value, { reports: [report], basis: 'reported' }),
    )
  const caveats: Caveat[] = shares.some(({ value }) => value.best === null) ? ['majority-only'] : []
  if (quoted.length > 0) caveats.push('denominator-unstated')
  const isCensusKnown = places.some(({ key }) => stationsIn(key, atlas) !== null)
  return {
    lines: [...places, ...lineOf('quoted', 'share', quoted)],
    references: [],
    caveats,
    missing: isCensusKnown ? [] : ['station-census'],
  }
}
