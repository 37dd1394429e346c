import { admiraltyCode, isEligible } from './admiralty.ts'
import type { Atlas } from './atlas.ts'
import { exactly } from './estimate.ts'
import { isAsked, lastDayOf, townOf, within } from './filter.ts'
import type { Filter } from './filter.ts'
import { freshness } from './freshness.ts'
import type { Freshness } from './freshness.ts'
import { streetPrices } from './prices.ts'
import { xofPerLitre } from './price-report.ts'
import { ofKind } from './report.ts'
import type { Report, ReportKind } from './report.ts'
import type { Site, SiteReading } from './site.ts'
import type { Window } from './situation.ts'
import { stationShares } from './stations.ts'
import { daysBetween } from './time.ts'
import { waitsByTown } from './waits.ts'

type Found = Pick<SiteReading, 'aspect' | 'product' | 'value' | 'state'> & {
  place: string
  report: Report
}

const FRESHEST: readonly Freshness[] = ['fresh', 'ageing', 'stale', 'unknown']

/** Each town with the latest eligible word on its queues, stations and prices, inside the window up to `at`. */
export function sitesOf(
  reports: readonly Report[],
  window: Window,
  filter: Filter,
  atlas: Atlas,
): Site[] {
  const seen = within(reports, { from: window.from, to: window.at }).filter(
    (report) =>
      isEligible(report) && lastDayOf(report) <= window.at && isAsked(report, filter, atlas),
  )
  const towns = new Map<string, Map<string, Found>>()
  for (const found of [...queueReadings(seen, atlas), ...priceReadings(seen, atlas)]) {
    const readings = towns.get(found.place) ?? new Map<string, Found>()
    const key = `${found.aspect} ${found.product}`
    const before = readings.get(key)
    if (!before || lastDayOf(before.report) <= lastDayOf(found.report)) readings.set(key, found)
    towns.set(found.place, readings)
  }
  return [...towns].flatMap(
    ([place, readings]) => siteOf(place, [...readings.values()], window, atlas) ?? [],
  )
}

function siteOf(id: string, found: Found[], window: Window, atlas: Atlas): Site | null {
  const place = atlas.places.get(id)
  if (!place) return null
  const readings = found
    .map(({ aspect, product, value, state, report }): SiteReading => {
      const kind: ReportKind = aspect.endsWith('price') ? 'price' : 'queue'
      const day = lastDayOf(report)
      return {
        aspect,
        product,
        value,
        state,
        day,
        freshness: freshness(kind, report.precision, 24 * daysBetween(day, window.at)),
        code: admiraltyCode(report),
        source: report.source.name,
        report: report.id,
      }
    })
    .toSorted((a, b) => b.day.localeCompare(a.day))
  return {
    place: id,
    position: { place: id, lat: place.lat, lon: place.lon, precisionMetres: place.precisionMetres },
    readings,
    freshness:
      FRESHEST.find((each) => readings.some((reading) => reading.freshness === each)) ?? 'unknown',
  }
}

function queueReadings(reports: readonly Report[], atlas: Atlas): Found[] {
  const waits = waitsByTown(reports, atlas).flatMap(({ place, value, reports: told }) =>
    newest(told).map((report) => ({
      place,
      report,
      aspect: 'wait' as const,
      product: null,
      value,
      state: null,
    })),
  )
  const shares = stationShares(reports, atlas).flatMap(({ place, value, reports: told }) =>
    newest(told).map((report) => {
      const state = value.low === 0.5 && value.best === null ? 'mostly-open' : 'mostly-dry'
      const isWord = value.best === null && !(value.low === 0 && value.high === 1)
      return {
        place,
        report,
        aspect: 'stations' as const,
        product: null,
        value,
        state: isWord ? state : null,
      }
    }),
  )
  const words = ofKind(reports, 'queue').flatMap((report): Found[] => {
    const place = report.position?.place ? townOf(report.position.place, atlas) : null
    if (place === null) return []
    const { queueSeen, availability, product } = report.body
    return [
      ...(queueSeen === null
        ? []
        : [
            {
              place,
              report,
              aspect: 'queue' as const,
              product,
              value: null,
              state: queueSeen ? 'queue' : 'no-queue',
            },
          ]),
      ...(availability === null
        ? []
        : [
            {
              place,
              report,
              aspect: 'availability' as const,
              product,
              value: null,
              state: availability,
            },
          ]),
    ]
  })
  return [...waits, ...shares, ...words]
}

function priceReadings(reports: readonly Report[], atlas: Atlas): Found[] {
  const street = streetPrices(reports).flatMap(({ place, product, value, reports: told }) => {
    const town = place === null ? null : townOf(place, atlas)
    if (town === null || value === null) return []
    return newest(told).map((report) => ({
      place: town,
      report,
      aspect: 'parallel-price' as const,
      product,
      value,
      state: null,
    }))
  })
  const pump = ofKind(reports, 'price').flatMap((report): Found[] => {
    const price = report.body.market === 'pump' ? xofPerLitre(report.body) : null
    const place = report.position?.place ? townOf(report.position.place, atlas) : null
    if (price === null || place === null) return []
    const { product } = report.body
    return [{ place, report, aspect: 'pump-price', product, value: exactly(price), state: null }]
  })
  return [...street, ...pump]
}

function newest(reports: Report[]): Report[] {
  return reports.toSorted((a, b) => lastDayOf(b).localeCompare(lastDayOf(a))).slice(0, 1)
}
