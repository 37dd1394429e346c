import type { Atlas } from './atlas.ts'
import { townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { standingAlone, toldCells } from './few.ts'
import { ALWAYS, around, lastDayIn } from './filter.ts'
import { grouped } from './grouped.ts'
import { once, remember } from './once.ts'
import { xofPerLitre } from './price-report.ts'
import type { Product } from './product.ts'
import { ofKind } from './of-kind.ts'
import { chosen, groupsPerPart } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
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

const pricesIn = once((atlas: Atlas) => {
  const isGathered = (report: ReportOf<'price'>) =>
    isOfTheField(report) &&
    townOf(report.position?.place ?? null, atlas) !== null &&
    xofPerLitre(report.body) !== null
  const gathered = chosen((report: ReportOf<'price'>) => isGathered(report) && isEligible(report))
  const published = chosen((report: ReportOf<'price'>) => !isGathered(report))
  const weeksIn = groupsPerPart(
    (reports: readonly ReportOf<'price'>[]) =>
      grouped(reports, ({ observedAt, position, body }) =>
        [
          isoWeekOf(dayOf(observedAt)).from,
          townOf(position?.place ?? null, atlas),
          body.product,
        ].join(' '),
      ),
    (a, b) => [...a, ...b],
  )
  const gatheredPrice = once((reports: readonly ReportOf<'price'>[]) => weekOf(reports, atlas))
  const pricesOf = (reports: readonly Report[], period: Period, told: Period) => {
    const parallel = onStreet(ofKind(reports, 'price'))
    return [
      // Pages of many weeks may speak of one event: of what is published, all is brought together.
      ...eventsOf(published(parallel))
        .filter((group) => overlaps(spanOf(group), told))
        .flatMap((group) => publishedPrice(group) ?? []),
      ...weeksIn(around(gathered(parallel), period)).map(gatheredPrice),
    ]
  }
  return once((reports: readonly Report[]) =>
    remember(PERIODS_KEPT, (asked) => {
      const period = JSON.parse(asked) as Period
      return toldCells(
        pricesOf(reports, period, period),
        // What pages alone say of an event may be of another day than what all say of it.
        () => pricesOf(standingAlone(reports), period, ALWAYS),
        subjectOf,
      )
        .map((price) => ({ price, day: askedOn(price) }))
        .toSorted((a, b) => byText(a.day, b.day) || byProduct(a.price, b.price))
        .map(({ price }) => price)
    }),
  )
})

/** What a price is of: an event that several tell of, or a town's week of one product. */
function subjectOf({ isGathered, period, place, product, reports: [lead] }: StreetPrice): string {
  const event = lead?.event?.id ?? lead?.id
  return isGathered ? `${period.from} ${place} ${product}` : `${event}`
}

const onStreet = chosen(({ body }: ReportOf<'price'>) => body.market === 'parallel')

/** The day a price speaks of: of a week that still runs, the last one on which somebody asked. */
const askedOn = once(({ isGathered, period, reports }: StreetPrice): Day => {
  return (isGathered ? lastDayIn(reports) : null) ?? period.from
})

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

/** The median of what was asked in one town and week; its span is `spreadOf`'s. */
function weekOf(reports: readonly ReportOf<'price'>[], atlas: Atlas): StreetPrice {
  const [first] = reports
  return {
    period: isoWeekOf(dayOf(first?.observedAt ?? '')),
    place: townOf(first?.position?.place ?? null, atlas),
    product: first?.body.product ?? null,
    value: spreadOf(reports.flatMap(({ body }) => xofPerLitre(body) ?? [])),
    multipleOfOfficial: null,
    isGathered: true,
    reports,
  }
}

/** One price of one or more pages, the ends of a range brought together; null when none may carry a headline. */
const publishedPrice = once((group: readonly Report[]): StreetPrice | null => {
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
})
