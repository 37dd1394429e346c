import type { Atlas } from './atlas.ts'
import { townOf } from './atlas.ts'
import { exactly } from './estimate.ts'
import { areFew } from './few.ts'
import { xofPerLitre } from './price-report.ts'
import { ofKind } from './of-kind.ts'
import { once } from './once.ts'
import { perPart } from './parts.ts'
import type { Report, ReportOf } from './report.ts'
import type { SiteReading } from './site.ts'
import type { StationShare } from './station-share.ts'
import { stationShares } from './stations.ts'
import { streetPrices } from './street-prices.ts'
import type { StreetPrice } from './street-prices.ts'
import type { Instant } from './time.ts'
import { waitsByTown } from './waits.ts'
import type { Wait } from './waits.ts'

/** What is said of one aspect of a town, and the newest report behind it; null where too few speak of it. */
export type Told = Pick<SiteReading, 'aspect' | 'product' | 'value' | 'state'> & {
  report: Report | null
}

/** What was said of each town, by aspect and product; a figure that is withheld is there without a report. */
type Readings = Map<string, Map<string, Told>>

/**
 * The newest word on each aspect and product of each town; of one moment, the later in the list. Wait, stations and
 * street price are the figures of the last week that has one.
 */
export function readingsIn(
  reports: readonly Report[],
  atlas: Atlas,
): ReadonlyMap<string, ReadonlyMap<string, Told>> {
  const readings: Readings = new Map()
  for (const wait of waitsByTown(reports, atlas)) keep(readings, wait.place, waitReading(wait))
  for (const share of stationShares(reports, atlas))
    keep(readings, share.place, stationsReading(share))
  for (const words of queueWordsIn(atlas)(ofKind(reports, 'queue'))) keepAll(readings, words)
  for (const price of streetPrices(reports, atlas))
    if (price.value !== null) keep(readings, townOf(price.place, atlas), priceReading(price))
  for (const prices of pumpPricesIn(atlas)(ofKind(reports, 'price'))) keepAll(readings, prices)
  return readings
}

function keep(readings: Readings, town: string | null, told: Told): void {
  if (town === null) return
  const ofTown = readings.get(town) ?? new Map<string, Told>()
  const key = `${told.aspect} ${told.product}`
  const before = ofTown.get(key)
  if (before === undefined || isNewer(told, before)) ofTown.set(key, told)
  readings.set(town, ofTown)
}

function keepAll(readings: Readings, more: Readings): void {
  for (const [town, ofTown] of more) for (const told of ofTown.values()) keep(readings, town, told)
}

const queueWordsIn = once((atlas: Atlas) =>
  perPart((reports: readonly ReportOf<'queue'>[]): Readings => {
    const words: Readings = new Map()
    for (const report of reports)
      for (const told of wordsOf(report))
        keep(words, townOf(report.position?.place ?? null, atlas), told)
    return words
  }),
)

const pumpPricesIn = once((atlas: Atlas) =>
  perPart((reports: readonly ReportOf<'price'>[]): Readings => {
    const prices: Readings = new Map()
    for (const report of reports) {
      const { market, product } = report.body
      const price = market === 'pump' ? xofPerLitre(report.body) : null
      const value = price === null ? null : exactly(price)
      if (value !== null)
        keep(prices, townOf(report.position?.place ?? null, atlas), {
          aspect: 'pump-price',
          product,
          value,
          state: null,
          report,
        })
    }
    return prices
  }),
)

// Each of a cell that is kept beside its week, and so is what is read from it.
const waitReading = once(({ value, reports }: Wait): Told =>
  figure({ aspect: 'wait', product: null, value, state: null }, reports),
)

const priceReading = once(({ product, value, reports }: StreetPrice): Told =>
  figure({ aspect: 'parallel-price', product, value, state: null }, reports),
)

const stationsReading = once(({ value, reports }: StationShare): Told => {
  const isWord = value.best === null && !(value.low === 0 && value.high === 1)
  const word = value.low === 0.5 ? 'mostly-open' : 'mostly-dry'
  const state = isWord ? word : null
  return figure({ aspect: 'stations', product: null, value, state }, reports)
})

/** A figure made of reports, or no more than that there is one. */
function figure(told: Omit<Told, 'report'>, reports: readonly Report[]): Told {
  return areFew(reports)
    ? { ...told, value: null, state: null, report: null }
    : { ...told, report: newest(reports) }
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

/** What may be told comes before what may not, however new that is. */
function isNewer({ report: a }: Told, { report: b }: Told): boolean {
  return b === null || (a !== null && endOf(a) >= endOf(b))
}

function endOf({ observedAt, observedUntil }: Report): Instant {
  return observedUntil ?? observedAt
}
