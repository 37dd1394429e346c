import { isCapital } from './capital-first.ts'
import { ceilings, officialOn, premium } from './prices.ts'
import type { OfficialPrice } from './prices.ts'
import { lineOf, pointOf } from './point.ts'
import type { DrawnLine, DrawnPoint } from './point.ts'
import type { Product } from './product.ts'
import type { ReportOf } from './report.ts'
import type { Asked, Drawn } from './drawn.ts'
import type { Caveat } from './series.ts'
import { mostTold } from './most-told.ts'
import { streetPrices } from './street-prices.ts'
import type { StreetPrice } from './street-prices.ts'
import { addDays, dayOf, lengthInDays, overlaps } from './time.ts'
import type { Day, Period } from './time.ts'

const FUELS = ['petrol', 'diesel'] as const satisfies Product[]

/** At most so many points a line; longer windows are sampled by the week. */
const MOST_POINTS = 400

/** A ceiling stated longer ago than this is carried with a caveat. */
const CARRIED_DAYS = 90

/** The country whose table applies: Mali, unless a place in another country was asked for. */
function countryOf({ filter, atlas }: Asked): string {
  const code = filter.place ? atlas.places.get(filter.place)?.country : undefined
  const country = [...atlas.places.values()].find(
    (place) => place.kind === 'country' && place.country === code,
  )
  return country?.id ?? 'mali'
}

/** Official against parallel price, XOF per litre, and the premium (parallel ÷ official of the day). */
export function priceSeries(asked: Asked): Drawn {
  const { reports, all, window, filter } = asked
  const fuels = FUELS.filter((fuel) => filter.product === undefined || filter.product === fuel)
  const country = countryOf(asked)
  // A ceiling is national: asking for a town or a corridor does not change it.
  const tables = new Map(FUELS.map((fuel) => [fuel, ceilings(all, fuel, country)]))
  const told = streetPrices(reports, asked.atlas).filter(
    ({ period, place }) => overlaps(period, window) && isInCountry(place, country, asked),
  )
  const street = filter.place === undefined ? ofOneTown(told) : told
  const official = fuels.flatMap((fuel) =>
    lineOf(`official-${fuel}`, 'xof-per-litre', officialPoints(tables.get(fuel) ?? [], window)),
  )
  const groups = [...fuels, 'all' as const].map((key) => ({
    key,
    prices: street.filter(({ product }) => (key === 'all' ? product === null : product === key)),
  }))
  const lines = [
    ...official,
    ...groups.flatMap(({ key, prices }) => streetLines(key, prices, tables)),
  ]
  const caveats: Caveat[] = []
  if (official.some(({ points }) => points.some(({ basis }) => basis === 'carried')))
    caveats.push('price-carried')
  if (street.length < told.length) caveats.push('prices-of-one-town')
  return {
    lines,
    references: [],
    caveats,
    missing: [
      ...(official.length === 0 ? ['official-price' as const] : []),
      ...(street.length === 0 ? ['parallel-price' as const] : []),
    ],
  }
}

function isInCountry(place: string | null, country: string, { atlas }: Asked): boolean {
  if (place === null) return false
  return atlas.places.get(place)?.country === atlas.places.get(country)?.country
}

/**
 * What the press printed, wherever it was asked, and of what was gathered in the field the capital's week alone, or
 * where it has none the town's that most tell of: forty towns' weeks in one frame are a cloud.
 */
function ofOneTown(street: readonly StreetPrice[]): readonly StreetPrice[] {
  const gathered = street.flatMap(({ isGathered, place, reports }) =>
    isGathered && place !== null ? [{ place, reports }] : [],
  )
  const capital = gathered.find(({ place }) => isCapital(place))?.place
  const drawn = capital ?? mostTold(gathered, 1)[0]
  return street.filter(({ isGathered, place }) => !isGathered || place === drawn)
}

function streetLines(
  key: Product | 'all',
  prices: readonly StreetPrice[],
  tables: Map<Product, ReportOf<'price'>[]>,
): DrawnLine[] {
  const parallel = prices.flatMap((price) =>
    price.value === null
      ? []
      : [
          at(
            price,
            pointOf(price.period, price.value, { reports: price.reports, basis: 'reported' }),
          ),
        ],
  )
  const ratio = prices.flatMap((price) => {
    const value = premium(price, officialFor(key, price.period.from, tables))
    return value === null
      ? []
      : [at(price, pointOf(price.period, value, { reports: price.reports, basis: 'derived' }))]
  })
  return [
    ...lineOf(`parallel-${key}`, 'xof-per-litre', parallel),
    ...lineOf(`premium-${key}`, 'ratio', ratio),
  ]
}

/** Street prices differ by place more than by week: a point that hid its place would mislead. */
function at({ place }: StreetPrice, point: DrawnPoint): DrawnPoint {
  return place === null ? point : { ...point, place }
}

/** The ceilings a street price is compared with: its product's, or both where none was named. */
export function officialFor(
  key: Product | 'all',
  day: Day,
  tables: Map<Product, ReportOf<'price'>[]>,
): OfficialPrice[] {
  const fuels = key === 'all' ? FUELS : [key]
  return fuels.flatMap((fuel) => officialOn(tables.get(fuel) ?? [], day) ?? [])
}

function officialPoints(table: ReportOf<'price'>[], window: Period): DrawnPoint[] {
  const step =
    lengthInDays(window) > MOST_POINTS ? Math.ceil(lengthInDays(window) / MOST_POINTS) : 1
  const changes = changesOf(table)
  // One look at the table a change, not one a day.
  const looked = new Map<Day, { statedOn: Day; point: DrawnPoint } | null>()
  const points: DrawnPoint[] = []
  for (let day = window.from; day <= window.to; day = addDays(day, step)) {
    const since = changes.findLast((change) => change <= day) ?? ''
    const price = looked.has(since) ? looked.get(since) : statedAt(table, day)
    looked.set(since, price ?? null)
    if (!price) continue
    const isOld = addDays(price.statedOn, CARRIED_DAYS) < day
    points.push({ ...price.point, from: day, to: day, basis: isOld ? 'carried' : 'reported' })
  }
  return points
}

/** Days on which the price in force may change: a ceiling begins, or its stated end has passed. */
function changesOf(table: ReportOf<'price'>[]): Day[] {
  return table
    .flatMap(({ observedAt, observedUntil }) => [
      dayOf(observedAt),
      ...(observedUntil === null ? [] : [addDays(dayOf(observedUntil), 1)]),
    ])
    .toSorted()
}

function statedAt(
  table: ReportOf<'price'>[],
  day: Day,
): { statedOn: Day; point: DrawnPoint } | null {
  const price = officialOn(table, day)
  if (price === null) return null
  const point = pointOf({ from: day, to: day }, price.value, {
    reports: price.reports,
    basis: null,
  })
  return { statedOn: price.statedOn, point }
}
