import { byText } from './by-text.ts'
import type { Delivery } from './deliveries.ts'
import { deliveriesOf, litresReceived } from './deliveries.ts'
import { isEligible } from './admiralty.ts'
import { sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { areFewIn, standingAlone } from './few.ts'
import { lastDayOf } from './filter.ts'
import { bulletinsOf } from './of-kind.ts'
import type { Report } from './report.ts'
import type { Reference } from './series.ts'
import { addDays, daysBetween } from './time.ts'
import type { Day } from './time.ts'

/**
 * What the country needs, litres a day: a setting with two published values, since no figure is agreed. The
 * first leaves out the power stations; the second adds the most that the power company is said to burn.
 * (A third, from 6,000 tankers a month before the attacks, would be 9.2 million.)
 */
export const DAILY_NEEDS: readonly (Reference & { unit: 'litres' })[] = [
  {
    id: 'need-without-power',
    value: 3_000_000,
    unit: 'litres',
    source: 'Mali24',
    url: 'https://mali24.info',
  },
  {
    id: 'need-with-power',
    value: 4_000_000,
    unit: 'litres',
    source: 'Mali24 + Bamada',
    url: 'https://bamada.net',
  },
]

/** Litres ÷ need in the same number of days: 1 is enough. */
export function supplyRatio(litres: Estimate, days: number, litresPerDay: number): Estimate {
  const over = (value: number | null) => (value === null ? null : value / (litresPerDay * days))
  return { low: over(litres.low), best: over(litres.best), high: over(litres.high) }
}

/** Days that so many litres last: from the higher need to the lower, without a best since the need is disputed. */
export function daysOfUse({ low, high }: Estimate): Estimate {
  const needs = DAILY_NEEDS.map(({ value }) => value)
  return {
    low: low === null ? null : low / Math.max(...needs),
    best: null,
    high: high === null ? null : high / Math.min(...needs),
  }
}

/** A stock figure says nothing of a day more than two weeks later. */
const STOCK_IS_GOOD_FOR_DAYS = 14

export type Cover = { value: Estimate; statedOn: Day; reports: Report[] }

/**
 * Days of cover at the end of a day: the last quoted stock, plus what arrived since, less what was used since.
 * A range, never a bare number; never below 0. What arrived uncounted can only add, so there is no upper end
 * unless every day since the quote lies in a week that was counted whole. Null when no stock was quoted in the
 * two weeks before, or when all that can be said is "0 or more": arrivals alone do not tell what is in the tanks. Nor
 * where the quote may not stand alone, or too few reports tell of what arrived: either would be the rest of the other.
 */
export function daysOfCover(reports: readonly Report[], at: Day): Cover | null {
  const quoted = standingAlone(bulletinsOf(reports, 'days_of_cover'))
    .filter((report) => {
      const age = daysBetween(lastDayOf(report), at)
      return isEligible(report) && age >= 0 && age <= STOCK_IS_GOOD_FOR_DAYS
    })
    .toSorted((a, b) => byText(lastDayOf(a), lastDayOf(b)))
    .at(-1)
  if (!quoted?.body.value) return null
  const statedOn = lastDayOf(quoted)
  const since = deliveriesOf(reports).filter(
    ({ period }) => period.from > statedOn && period.to <= at,
  )
  if (areFewIn(since)) return null
  const arrived = sum(since.flatMap((delivery) => litresReceived(delivery)?.value ?? []))
  const gained = arrived === null ? { low: 0, high: 0 } : daysOfUse(arrived)
  const used = daysBetween(statedOn, at)
  const left = (stock: number | null, gain: number | null) =>
    stock === null || gain === null ? null : Math.max(0, stock + gain - used)
  const low = left(quoted.body.value.low, gained.low)
  const high = isCounted(statedOn, at, since) ? left(quoted.body.value.high, gained.high) : null
  if (high === null && (low === null || low === 0)) return null
  const behind = [quoted, ...since.flatMap((delivery) => delivery.reports)]
  return { value: { low, best: null, high }, statedOn, reports: behind }
}

/** True when every day after the quote lies in a week that an authority counted whole. */
function isCounted(statedOn: Day, at: Day, since: Delivery[]): boolean {
  for (let day = addDays(statedOn, 1); day <= at; day = addDays(day, 1)) {
    const isCovered = since.some(
      ({ isWholeWeek, period }) => isWholeWeek && period.from <= day && day <= period.to,
    )
    if (!isCovered) return false
  }
  return true
}
