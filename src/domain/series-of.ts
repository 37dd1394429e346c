import type { Atlas } from './atlas.ts'
import { annotationsIn } from './annotations.ts'
import { isClaim } from './admiralty.ts'
import { arrivalsSeries, litresSeries, lossesSeries } from './flow-series.ts'
import type { Asked, Drawn } from './drawn.ts'
import { isAsked, lastDayOf } from './filter.ts'
import type { Filter } from './filter.ts'
import { mostFrequent } from './most-frequent.ts'
import { priceSeries } from './price-series.ts'
import type { Report, ReportKind } from './report.ts'
import type { Caveat, Metric, Series } from './series.ts'
import type { Window } from './situation.ts'
import { stationsSeries, waitSeries } from './site-series.ts'
import { countWitnesses, witnessOf } from './source.ts'
import type { Instant } from './time.ts'

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
  const asked = reports.filter((report) => isAsked(report, filter, atlas))
  const drawn = DRAW[metric]({ reports: asked, all: reports, window, atlas, filter })
  const behind = reportsBehind(drawn, reports)
  const hasClaims = asked.some(
    (report) =>
      KIND_OF[metric].includes(report.body.kind) &&
      isClaim(report) &&
      lastDayOf(report) >= window.from &&
      lastDayOf(report) <= window.to,
  )
  return {
    metric,
    lines: drawn.lines,
    references: drawn.references,
    annotations: annotationsIn(reports, window),
    n: behind.length,
    sources: countWitnesses(behind),
    sourceNames: mostFrequent(
      behind.map(({ source }) => witnessOf(source)),
      MOST_NAMED,
    ),
    asOf: behind.reduce<Instant | null>(
      (newest, { publishedAt }) => (newest === null || publishedAt > newest ? publishedAt : newest),
      null,
    ),
    caveats: [...new Set([...drawn.caveats, ...frameCaveats(behind, hasClaims)])],
    missing: behind.length === 0 && drawn.missing.length === 0 ? ['no-reports'] : drawn.missing,
  }
}

function reportsBehind({ lines }: Drawn, reports: readonly Report[]): Report[] {
  const ids = new Set(lines.flatMap(({ points }) => points.flatMap((point) => point.reports)))
  return reports.filter(({ id }) => ids.has(id))
}

function frameCaveats(behind: readonly Report[], hasClaims: boolean): Caveat[] {
  const caveats: Caveat[] = []
  if (behind.length > 0 && countWitnesses(behind) === 1) caveats.push('one-source')
  if (behind.length > 0 && behind.length < 5) caveats.push('few-reports')
  if (hasClaims) caveats.push('claims-left-out')
  if (behind.some(({ publishedAssumed }) => publishedAssumed)) caveats.push('published-assumed')
  return caveats
}
