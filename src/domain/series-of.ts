import type { Atlas } from './atlas.ts'
import { annotationsIn } from './annotations.ts'
import { isClaim } from './admiralty.ts'
import { arrivalsSeries, litresSeries, lossesSeries } from './flow-series.ts'
import type { Asked, Drawn } from './drawn.ts'
import { asked, lastDayOf } from './filter.ts'
import type { Filter } from './filter.ts'
import { mostFrequent } from './most-frequent.ts'
import { priceSeries } from './price-series.ts'
import { sent } from './point.ts'
import { ofKind } from './report.ts'
import type { Report, ReportKind } from './report.ts'
import type { Caveat, Metric, Series } from './series.ts'
import type { Window } from './situation.ts'
import { stationsSeries, waitSeries } from './site-series.ts'
import { countWitnesses, witnessOf } from './source.ts'
import type { Day, Instant, Period } from './time.ts'

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
  const behind = reportsBehind(drawn)
  const hasClaims = KIND_OF[metric].some((kind) =>
    ofKind(wanted, kind).some((report) => isClaim(report) && isIn(lastDayOf(report), window)),
  )
  return {
    metric,
    lines: drawn.lines.map(sent),
    references: drawn.references,
    annotations: annotationsIn(reports, window),
    n: behind.size,
    sources: countWitnesses(behind),
    sourceNames: mostFrequent(
      Array.from(behind, ({ source }) => witnessOf(source)),
      MOST_NAMED,
    ),
    asOf: newestOf(behind),
    caveats: [...new Set([...drawn.caveats, ...frameCaveats(behind, hasClaims)])],
    missing: behind.size === 0 && drawn.missing.length === 0 ? ['no-reports'] : drawn.missing,
  }
}

function isIn(day: Day, { from, to }: Period): boolean {
  return day >= from && day <= to
}

/** Every report behind a point of any line, each once. */
function reportsBehind({ lines }: Drawn): ReadonlySet<Report> {
  const behind = new Set<Report>()
  for (const { points } of lines)
    for (const point of points) for (const report of point.behind) behind.add(report)
  return behind
}

function newestOf(reports: ReadonlySet<Report>): Instant | null {
  let newest: Instant | null = null
  for (const { publishedAt } of reports)
    if (newest === null || publishedAt > newest) newest = publishedAt
  return newest
}

function frameCaveats(behind: ReadonlySet<Report>, hasClaims: boolean): Caveat[] {
  const caveats: Caveat[] = []
  if (behind.size > 0 && countWitnesses(behind) === 1) caveats.push('one-source')
  if (behind.size > 0 && behind.size < 5) caveats.push('few-reports')
  if (hasClaims) caveats.push('claims-left-out')
  if ([...behind].some(({ publishedAssumed }) => publishedAssumed))
    caveats.push('published-assumed')
  return caveats
}
