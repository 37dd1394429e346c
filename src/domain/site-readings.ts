import type { Atlas } from './atlas.ts'
import { townOf } from './atlas.ts'
import { exactly } from './estimate.ts'
import { xofPerLitre } from './price-report.ts'
import { ofKind } from './of-kind.ts'
import type { Report, ReportOf } from './report.ts'
import type { SiteReading } from './site.ts'
import type { StationShare } from './station-share.ts'
import { stationShares } from './stations.ts'
import { streetPrices } from './street-prices.ts'
import type { Instant } from './time.ts'
import { waitsByTown } from './waits.ts'

/** What is said of one aspect of a town, and the newest report behind it. */
export type Told = Pick<SiteReading, 'aspect' | 'product' | 'value' | 'state'> & { report: Report }

/**
 * The newest word on each aspect and product of each town; of one moment, the later in the list. Wait, stations and
 * street price are the figures of the last week that has one.
 */
export function readingsIn(
  reports: readonly Report[],
  atlas: Atlas,
): ReadonlyMap<string, ReadonlyMap<string, Told>> {
  const towns = new Map<string, Map<string, Told>>()

  function keep(place: string | null, told: Told): void {
    const town = townOf(place, atlas)
    if (town === null) return
    const readings = towns.get(town) ?? new Map<string, Told>()
    const key = `${told.aspect} ${told.product}`
    const before = readings.get(key)
    if (before === undefined || isNewer(told.report, before.report)) readings.set(key, told)
    towns.set(town, readings)
  }

  for (const { place, value, reports: told } of waitsByTown(reports, atlas))
    keep(place, { aspect: 'wait', product: null, value, state: null, report: newest(told) })
  for (const share of stationShares(reports, atlas)) keep(share.place, stationsReading(share))
  for (const report of ofKind(reports, 'queue'))
    for (const told of wordsOf(report)) keep(report.position?.place ?? null, told)
  for (const { place, product, value, reports: told } of streetPrices(reports, atlas))
    if (value !== null)
      keep(place, { aspect: 'parallel-price', product, value, state: null, report: newest(told) })
  for (const report of ofKind(reports, 'price')) {
    const price = report.body.market === 'pump' ? xofPerLitre(report.body) : null
    const { product } = report.body
    if (price !== null)
      keep(report.position?.place ?? null, {
        aspect: 'pump-price',
        product,
        value: exactly(price),
        state: null,
        report,
      })
  }
  return towns
}

function stationsReading({ value, reports }: StationShare): Told {
  const isWord = value.best === null && !(value.low === 0 && value.high === 1)
  const word = value.low === 0.5 ? 'mostly-open' : 'mostly-dry'
  const state = isWord ? word : null
  return { aspect: 'stations', product: null, value, state, report: newest(reports) }
}

/** What a queue report says in words. */
function wordsOf(report: ReportOf<'queue'>): Told[] {
  const { queueSeen, availability, product } = report.body
  const words: Told[] = []
  if (queueSeen !== null) {
    const state = queueSeen ? 'queue' : 'no-queue'
    words.push({ aspect: 'queue', product, value: null, state, report })
  }
  if (availability !== null)
    words.push({ aspect: 'availability', product, value: null, state: availability, report })
  return words
}

/** Of one moment, the first in the list. A figure always has a report. */
function newest(reports: readonly Report[]): Report {
  return reports.reduce((last, report) => (endOf(report) > endOf(last) ? report : last))
}

function isNewer(a: Report, b: Report): boolean {
  return endOf(a) >= endOf(b)
}

function endOf({ observedAt, observedUntil }: Report): Instant {
  return observedUntil ?? observedAt
}
