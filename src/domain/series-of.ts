import type { Atlas } from './atlas.ts'
import { annotationsIn } from './annotations.ts'
import { isClaim } from './admiralty.ts'
import { arrivalsSeries, litresSeries, lossesSeries } from './flow-series.ts'
import type { Asked, Drawn } from './drawn.ts'
import { around, asked, lastDayOf } from './filter.ts'
import type { Filter } from './filter.ts'
import { mostFrequent } from './most-frequent.ts'
import { priceSeries } from './price-series.ts'
import { backingOf } from './backing.ts'
import { chosen } from './parts.ts'
import type { Report, ReportKind } from './report.ts'
import type { Metric, Missing, Series } from './series.ts'
import type { Window } from './situation.ts'
import { stationsSeries, waitSeries } from './site-series.ts'

const DRAW: Record<Metric, (asked: Asked) => Drawn> = {
  wait: waitSeries,
  prices: priceSeries,
  arrivals: arrivalsSeries,
  losses: lossesSeries,
  litres: litresSeries,
  stations: stationsSeries,
}

const KIND_OF: Record<Metric, readonly ReportKind[]> = {
  wait: ['queue'],
  prices: ['price'],
  arrivals: ['convoy', 'bulletin'],
  losses: ['incident'],
  litres: ['convoy', 'bulletin'],
  stations: ['queue'],
}

/** Source names a frame has room for. */
const MOST_NAMED = 6

/** A metric over the window, with everything its frame must say: sources, as-of, caveats, what is missing. */
export function seriesOf(
  metric: Metric,
  reports: readonly Report[],
  window: Window,
  filter: Filter,
  atlas: Atlas,
): Series {
  const wanted = asked(reports, filter, atlas)
  const drawn = DRAW[metric]({ reports: wanted, all: reports, window, atlas, filter })
  const { behind } = drawn
  const { witnesses, newest, isAssumed } = backingOf(behind)
  const isWithheld = drawn.lines.some(({ points }) => points.some(({ withheld }) => withheld))
  return {
    metric,
    lines: drawn.lines,
    references: drawn.references,
    annotations: annotationsIn(reports, window),
    n: behind.length,
    sources: witnesses.size,
    sourceNames: mostFrequent(witnesses, MOST_NAMED),
    asOf: newest,
    caveats: [
      ...new Set([
        ...drawn.caveats,
        ...(behind.length > 0 && witnesses.size === 1 ? ['one-source' as const] : []),
        ...(behind.length > 0 && behind.length < 5 ? ['few-reports' as const] : []),
        ...(hasClaims(metric, wanted, window) ? ['claims-left-out' as const] : []),
        ...(isAssumed ? ['published-assumed' as const] : []),
        ...(isWithheld ? ['withheld' as const] : []),
      ]),
    ],
    missing: missingOf(drawn, isWithheld),
  }
}

/** What a series of nothing lacks: reports, or a third one. */
function missingOf({ behind, missing }: Drawn, isWithheld: boolean): Missing[] {
  if (behind.length > 0) return missing
  if (isWithheld) return ['withheld', ...missing]
  return missing.length === 0 ? ['no-reports'] : missing
}

const claimsOf = chosen((report: Report) => isClaim(report))

function hasClaims(metric: Metric, reports: readonly Report[], { from, to }: Window): boolean {
  return claimsOf(around(reports, { from, to })).some((report) => {
    const day = lastDayOf(report)
    return KIND_OF[metric].includes(report.body.kind) && day >= from && day <= to
  })
}
