import { admiraltyCode } from './admiralty.ts'
import type { Atlas } from './atlas.ts'
import { byText } from './by-text.ts'
import { asked, eligible, lastDayOf, upTo, within } from './filter.ts'
import type { Filter } from './filter.ts'
import { freshness } from './freshness.ts'
import { strictestOf } from './handling.ts'
import type { Freshness } from './freshness.ts'
import type { Report, ReportKind } from './report.ts'
import { readingsIn } from './site-readings.ts'
import type { Told } from './site-readings.ts'
import type { Site, SiteReading } from './site.ts'
import type { Window } from './situation.ts'
import { daysBetween } from './time.ts'

const FRESHEST: readonly Freshness[] = ['fresh', 'ageing', 'stale', 'unknown']

/** Each town with the latest eligible word on its queues, stations and prices, inside the window up to `at`. */
export function sitesOf(
  reports: readonly Report[],
  window: Window,
  filter: Filter,
  atlas: Atlas,
): Site[] {
  const past = asked(upTo(reports, window.at), filter, atlas)
  const seen = eligible(within(past, { from: window.from, to: window.at }))
  return [...readingsIn(seen, atlas)].flatMap(
    ([place, readings]) => siteOf(place, [...readings.values()], window, atlas) ?? [],
  )
}

function siteOf(id: string, found: readonly Told[], window: Window, atlas: Atlas): Site | null {
  const place = atlas.places.get(id)
  if (!place) return null
  const readings = found
    .flatMap(({ aspect, product, value, state, report }): SiteReading[] => {
      if (report === null) return []
      const kind: ReportKind = aspect.endsWith('price') ? 'price' : 'queue'
      const day = lastDayOf(report)
      const age = 24 * daysBetween(day, window.at)
      return [
        {
          aspect,
          product,
          value,
          state,
          day,
          freshness: freshness(kind, report.precision, age),
          ...strictestOf([report]),
          code: admiraltyCode(report),
          source: report.source.name,
          report: report.id,
        },
      ]
    })
    .toSorted((a, b) => byText(b.day, a.day))
  const few = found.filter(({ report }) => report === null).map(({ aspect }) => aspect)
  const withheld = [...new Set(few)].filter(
    (aspect) => !readings.some((reading) => reading.aspect === aspect),
  )
  return {
    place: id,
    position: { place: id, lat: place.lat, lon: place.lon, precisionMetres: place.precisionMetres },
    readings,
    ...(withheld.length === 0 ? {} : { withheld }),
    freshness:
      FRESHEST.find((each) => readings.some((reading) => reading.freshness === each)) ?? 'unknown',
  }
}
