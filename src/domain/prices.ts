import { byText } from './by-text.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { standingAlone } from './few.ts'
import type { Product } from './product.ts'
import { xofPerLitre } from './price-report.ts'
import { ofKind } from './of-kind.ts'
import { chosen } from './parts.ts'
import type { Report, ReportOf } from './report.ts'
import { combine } from './statement.ts'
import type { StreetPrice } from './street-prices.ts'
import { dayOf } from './time.ts'
import type { Day } from './time.ts'

/** A ceiling in force on some day. */
export type OfficialPrice = {
  /** XOF per litre; low and high differ while rival tables circulate. */
  value: Estimate
  /** The day it was last stated, from which it is carried forward. */
  statedOn: Day
  reports: Report[]
}

const allCeilings = chosen(({ body }: ReportOf<'price'>) => body.market === 'ceiling')

/**
 * National ceilings for one product, oldest first, of what may stand alone: the price of a day is one table's. The
 * country is read from the place of the report.
 */
export function ceilings(
  reports: readonly Report[],
  product: Product,
  country: string,
): ReportOf<'price'>[] {
  return standingAlone(allCeilings(ofKind(reports, 'price')))
    .filter(({ body, position }) => body.product === product && position?.place === country)
    .toSorted((a, b) => byText(a.observedAt, b.observedAt))
}

/**
 * The official price in force on a day, by a list from `ceilings`: the last stated on or before it, unless its
 * own end has passed. Null where the table has nothing. Tables that state different prices from one day on
 * give a range.
 */
export function officialOn(table: readonly ReportOf<'price'>[], day: Day): OfficialPrice | null {
  const begun = table.filter((report) => dayOf(report.observedAt) <= day)
  const last = begun.at(-1)
  if (!last || (last.observedUntil !== null && dayOf(last.observedUntil) < day)) return null
  const statedOn = dayOf(last.observedAt)
  const rivals = begun.filter((report) => dayOf(report.observedAt) === statedOn)
  const { value, used } = combine(
    rivals.flatMap((report) => {
      const price = xofPerLitre(report.body)
      return price === null ? [] : [{ report, value: exactly(price) }]
    }),
  )
  return value === null ? null : { value, statedOn, reports: used.map(({ report }) => report) }
}

/**
 * Parallel ÷ official price of the day, as a ratio (1 = no premium). For "all fuels" the official side is the
 * span of petrol and diesel, so there is no best. Null when no official price was in force.
 */
export function premium(street: StreetPrice, official: OfficialPrice[]): Estimate | null {
  if (street.multipleOfOfficial !== null) return exactly(street.multipleOfOfficial)
  const { value } = street
  const lows = official.flatMap((price) => price.value.low ?? [])
  const highs = official.flatMap((price) => price.value.high ?? [])
  if (value === null || lows.length === 0 || highs.length === 0) return null
  const only = official.length === 1 ? (official[0]?.value.best ?? null) : null
  return {
    low: value.low === null ? null : value.low / Math.max(...highs),
    best: value.best === null || only === null ? null : value.best / only,
    high: value.high === null ? null : value.high / Math.min(...lows),
  }
}
