import { isCapital } from './capital-first.ts'
import { ceilings, officialOn, premium } from './prices.ts'
import type { OfficialPrice } from './prices.ts'
import { lineOf, pointOf } from './point.ts'
import type { Product } from './product.ts'
import { eachOnce } from './parts.ts'
import type { Report, ReportOf } from './report.ts'
import type { Asked, Drawn } from './drawn.ts'
import type { Basis, Caveat, Line, Point } from './series.ts'
import { MANY } from './spread.ts'
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
  const told = streetPrices(reports, asked.atlas, window).filter(
    ({ period, place }) => overlaps(period, window) && isInCountry(place, country, asked),
  )
  const street = filter.place === undefined ? ofOneTown(told) : told
  const inForce = fuels.map((fuel) => ({ fuel, ...officialIn(tables.get(fuel) ?? [], window) }))
  const official = inForce.flatMap(({ fuel, points }) =>
    lineOf(`official-${fuel}`, 'xof-per-litre', points),
  )
  const groups = [...fuels, 'all' as const].map((key) => ({
    key,
    prices: street.filter(({ product }) => (key === 'all' ? product === null : product === key)),
  }))
  const drawn = groups.map(({ key, prices }) => streetLines(key, prices, tables))
  const caveats: Caveat[] = []
  if (official.some(({ points }) => points.some(({ basis }) => basis === 'carried')))
    caveats.push('price-carried')
  if (street.length < told.length) caveats.push('prices-of-one-town')
  if (street.some(({ isGathered, reports: { length } }) => isGathered && length >= MANY))
    caveats.push('middle-half')
  return {
    lines: [...official, ...drawn.flatMap(({ lines }) => lines)],
    behind: eachOnce([
      ...inForce.map((each) => each.reports),
      ...drawn.flatMap(({ behind }) => behind),
    ]),
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
  tables: Map<Product, readonly ReportOf<'price'>[]>,
): { lines: Line[]; behind: (readonly Report[])[] } {
  const found = prices.map((price) => ({
    price,
    ratio: premium(price, officialFor(key, price.period.from, tables)),
  }))
  const points = (of: 'value' | 'ratio', basis: Basis) =>
    found.flatMap(({ price, ratio }) => {
      const value = of === 'value' ? price.value : ratio
      const { period, reports } = price
      return value === null ? [] : [at(price, pointOf(period, value, { reports, basis }))]
    })
  return {
    lines: [
      ...lineOf(`parallel-${key}`, 'xof-per-litre', points('value', 'reported')),
      ...lineOf(`premium-${key}`, 'ratio', points('ratio', 'derived')),
    ],
    behind: found.flatMap(({ price, ratio }) =>
      price.value === null && ratio === null ? [] : [price.reports],
    ),
  }
}

/** Street prices differ by place more than by week: a point that hid its place would mislead. */
function at({ place }: StreetPrice, point: Point): Point {
  return place === null ? point : { ...point, place }
}

/** The ceilings a street price is compared with: its product's, or both where none was named. */
export function officialFor(
  key: Product | 'all',
  day: Day,
  tables: Map<Product, readonly ReportOf<'price'>[]>,
): OfficialPrice[] {
  const fuels = key === 'all' ? FUELS : [key]
  return fuels.flatMap((fuel) => officialOn(tables.get(fuel) ?? [], day) ?? [])
}

/** The price in force on each day, and the reports that state it. */
function officialIn(table: readonly ReportOf<'price'>[], window: Period) {
  const step =
    lengthInDays(window) > MOST_POINTS ? Math.ceil(lengthInDays(window) / MOST_POINTS) : 1
  const changes = changesOf(table)
  // One look at the table a change, not one a day.
  const looked = new Map<Day, { price: OfficialPrice; point: Point } | null>()
  const points: Point[] = []
  for (let day = window.from; day <= window.to; day = addDays(day, step)) {
    const since = changes.findLast((change) => change <= day) ?? ''
    const stated = looked.has(since) ? looked.get(since) : statedAt(table, day)
    looked.set(since, stated ?? null)
    if (!stated) continue
    const isOld = addDays(stated.price.statedOn, CARRIED_DAYS) < day
    points.push({ ...stated.point, from: day, to: day, basis: isOld ? 'carried' : 'reported' })
  }
  return { points, reports: [...looked.values()].flatMap((stated) => stated?.price.reports ?? []) }
}

/** Days on which the price in force may change: a ceiling begins, or its stated end has passed. */
function changesOf(table: readonly ReportOf<'price'>[]): Day[] {
  return table
    .flatMap(({ observedAt, observedUntil }) => [
      dayOf(observedAt),
      ...(observedUntil === null ? [] : [addDays(dayOf(observedUntil), 1)]),
    ])
    .toSorted()
}

function statedAt(table: readonly ReportOf<'price'>[], day: Day) {
  const price = officialOn(table, day)
  if (price === null) return null
  const { value, reports } = price
  return { price, point: pointOf({ from: day, to: day }, value, { reports, basis: null }) }
}
