import type { Atlas } from './atlas.ts'
import { townFinder, townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { mayStandAlone, toldCell } from './few.ts'
import { ALWAYS, around, lastDayIn } from './filter.ts'
import { once, remember } from './once.ts'
import { xofPerLitre } from './price-report.ts'
import type { Product } from './product.ts'
import { ofKind } from './of-kind.ts'
import { chosen } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { rowsPerPart } from './rows.ts'
import type { Row } from './rows.ts'
import { spreadOf } from './spread.ts'
import { combine, eventsOf } from './statement.ts'
import { dayOf, isoWeekOf, overlaps } from './time.ts'
import type { Day, Period } from './time.ts'

/** What resellers asked: at one place on one day as published, or in one town and week as many were told. */
export type StreetPrice = {
  period: Period
  place: string | null
  product: Product | null
  /** XOF per litre; null where only a multiple of the official price was given. */
  value: Estimate | null
  multipleOfOfficial: number | null
  /** True for a week's prices of the field brought together. */
  isGathered: boolean
  reports: readonly Report[]
}

/**
 * Parallel prices that an eligible source gives in XOF per litre or as a multiple, oldest first. What was published
 * stands as it is; what reporters in the field asked is one figure a town, product and ISO week. All that touch the
 * period are among them.
 */
export function streetPrices(
  reports: readonly Report[],
  atlas: Atlas,
  { from, to }: Period = ALWAYS,
): readonly StreetPrice[] {
  return pricesIn(atlas)(reports)(JSON.stringify({ from, to }))
}

/** Questions kept beside a list: those of a few screens. */
const PERIODS_KEPT = 8

/** A price, and the day that puts it in its place among others. */
type Dated = { price: StreetPrice; day: Day }

const pricesIn = once((atlas: Atlas) => {
  const townOf = townFinder(atlas)
  const isGathered = (report: ReportOf<'price'>) =>
    isOfTheField(report) &&
    townOf(report.position?.place ?? null) !== null &&
    xofPerLitre(report.body) !== null
  const published = chosen(
    (report: ReportOf<'price'>) => report.body.market === 'parallel' && !isGathered(report),
  )
  const weeksIn = rowsPerPart(
    (report: ReportOf<'price'>) =>
      report.body.market === 'parallel' && isGathered(report) && isEligible(report)
        ? `${townOf(report.position?.place ?? null)} ${report.body.product}`
        : null,
    ({ observedAt }) => isoWeekOf(dayOf(observedAt)).from,
  )
  // All that is told of one town, week and product lies in its cell, and all that is told of one event in its group.
  const gatheredPrices = once((week: Row<ReportOf<'price'>>): readonly Dated[] =>
    [...week.values()].flatMap((reports) =>
      toldPrice(reports, (some) => gatheredPrice(some, atlas)),
    ),
  )
  const publishedPrices = once((group: readonly Report[]) => toldPrice(group, publishedPrice))
  return once((reports: readonly Report[]) =>
    remember(PERIODS_KEPT, (asked) => {
      const period = JSON.parse(asked) as Period
      const prices = ofKind(reports, 'price')
      return [
        // Pages of many weeks may speak of one event: of what is published, all is brought together.
        ...eventsOf(published(prices))
          .filter((group) => overlaps(spanOf(group), period))
          .flatMap(publishedPrices),
        ...weeksIn(around(prices, period)).flatMap(gatheredPrices),
      ]
        .toSorted((a, b) => byText(a.day, b.day) || byProduct(a.price, b.price))
        .map(({ price }) => price)
    }),
  )
})

/** What some reports say, or those of them that may stand alone where they are too few; nothing where they say nothing. */
function toldPrice<Told extends Report>(
  reports: readonly Told[],
  priceOf: (reports: readonly Told[]) => StreetPrice | null,
): Dated[] {
  const heard = priceOf(reports)
  if (heard === null) return []
  const price = toldCell(heard, () => priceOf(reports.filter(mayStandAlone)))
  return [{ price, day: askedOn(price) }]
}

/** The day a price speaks of: of a week that still runs, the last one on which somebody asked. */
function askedOn({ isGathered, period, reports }: StreetPrice): Day {
  return (isGathered ? lastDayIn(reports) : null) ?? period.from
}

/** Of one day's figures petrol comes last, since it is what most people buy. Published facts stay as they came. */
function byProduct(a: StreetPrice, b: StreetPrice): number {
  return a.isGathered && b.isGathered ? byText(a.product ?? '', b.product ?? '') : 0
}

/** From the first day to the last that any of some reports speaks of: the price that is made of them lies in it. */
const spanOf = once((reports: readonly Report[]): Period => {
  const periods = reports.map(observedPeriod)
  return {
    from: periods.map(({ from }) => from).toSorted()[0] ?? '',
    to:
      periods
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? '',
  }
})

/** One of many that were asked for us, and no page that can be read. */
function isOfTheField({ event, source }: Report): boolean {
  return event === null && source.url === null
}

/** The median of what was asked in one town and week; its span is `spreadOf`'s. Null of no reports. */
function gatheredPrice(reports: readonly ReportOf<'price'>[], atlas: Atlas): StreetPrice | null {
  const [first] = reports
  if (first === undefined) return null
  return {
    period: isoWeekOf(dayOf(first.observedAt)),
    place: townOf(first.position?.place ?? null, atlas),
    product: first.body.product,
    value: spreadOf(reports.flatMap(({ body }) => xofPerLitre(body) ?? [])),
    multipleOfOfficial: null,
    isGathered: true,
    reports,
  }
}

/** One price of one or more pages, the ends of a range brought together; null when none may carry a headline. */
function publishedPrice(group: readonly Report[]): StreetPrice | null {
  const { value, used } = combine(
    (group as readonly ReportOf<'price'>[]).flatMap((report) => {
      const price = xofPerLitre(report.body)
      const isMultiple = report.body.multipleOfOfficial !== null
      if (price === null && !isMultiple) return []
      return [
        { report, value: price === null ? { low: null, best: null, high: null } : exactly(price) },
      ]
    }),
  )
  const lead = used[0]?.report as ReportOf<'price'> | undefined
  if (!lead || value === null) return null
  const isUnpriced = value.low === null && value.best === null && value.high === null
  return {
    period: observedPeriod(lead),
    place: lead.position?.place ?? null,
    product: lead.body.product,
    value: isUnpriced ? null : value,
    multipleOfOfficial: lead.body.multipleOfOfficial,
    isGathered: false,
    reports: used.map(({ report }) => report),
  }
}
