import { headlineOf, notComputable } from './headline.ts'
import type { Question } from './headline.ts'
import { officialFor } from './price-series.ts'
import { ceilings, premium, streetPrices } from './prices.ts'
import { exactly } from './estimate.ts'
import type { Caveat } from './series.ts'
import type { Headline } from './situation.ts'
import { stationShares } from './stations.ts'
import { daysBetween } from './time.ts'
import type { Day, Period } from './time.ts'
import { waitsByTown, waitsByWeek } from './waits.ts'

/**
 * Parallel ÷ official price at the last place that reported one. The two prices stand beside it as parts
 * (`parallel`, `official`, XOF per litre).
 */
export function premiumHeadline({ asked, past, window, atlas }: Question): Headline {
  const tables = new Map(
    (['petrol', 'diesel'] as const).map((fuel) => [fuel, ceilings(past, fuel, 'mali')]),
  )
  const found = streetPrices(asked)
    .filter(
      ({ period, place }) =>
        period.to >= window.from && atlas.places.get(place ?? '')?.country === 'MLI',
    )
    .flatMap((price) => {
      const official = officialFor(
        price.product === 'petrol' || price.product === 'diesel' ? price.product : 'all',
        price.period.from,
        tables,
      )
      const value = premium(price, official)
      return value === null ? [] : [{ price, official, value }]
    })
  const last = capitalFirst(found, ({ price }) => price, window.at, PRICE_SPEAKS_FOR_DAYS)
  if (!last) return notComputable('premium', 'ratio', ['parallel-price'])
  const before = found.findLast(
    ({ price }) => price.place === last.price.place && price.period.to < last.price.period.from,
  )
  const caveats: Caveat[] = last.price.product === null ? ['few-reports'] : []
  return headlineOf('premium', 'ratio', {
    value: last.value,
    period: last.price.period,
    place: last.price.place,
    reports: [...last.price.reports, ...last.official.flatMap(({ reports }) => reports)],
    at: window.at,
    previous: before ? { value: before.value, period: before.price.period } : null,
    parts: [
      { key: 'parallel', unit: 'xof-per-litre', value: last.price.value },
      ...last.official.map(({ value }, index) => ({
        key: last.official.length > 1 && index === 1 ? 'official-diesel' : 'official',
        unit: 'xof-per-litre' as const,
        value: value.best === null ? value : exactly(value.best),
      })),
    ],
    caveats,
  })
}

/** Median wait over places in the last week anybody timed one. */
export function waitHeadline({ asked, window, atlas }: Question): Headline {
  const waits = waitsByTown(asked, atlas)
  const weeks = waitsByWeek(waits).filter(({ period }) => period.to >= window.from)
  // What is dated to a month is in no week; it is the newest word only where no week of that month was timed.
  const newest = weeks.at(-1)?.period.from ?? ''
  const vague = waits.filter(({ period }) => period.to >= window.from && period.from > newest)
  const last = vague.at(-1) ?? weeks.at(-1)
  if (!last) return notComputable('wait', 'hours', ['wait-times'])
  // By their beginnings: a week that runs into the month is still the one before it.
  const before = weeks.findLast(({ period }) => period.from < last.period.from)
  const places = new Set(last.reports.map(({ position }) => position?.place ?? null))
  return headlineOf('wait', 'hours', {
    value: last.value,
    period: last.period,
    place: places.size === 1 ? ([...places][0] ?? null) : null,
    reports: last.reports,
    at: window.at,
    previous: before ? { value: before.value, period: before.period } : null,
    caveats: last.reports.length < 3 ? ['few-reports'] : [],
  })
}

/** Share of reporting stations with fuel at the last place that was looked at; coverage of the country is unknown. */
export function stationsHeadline({ asked, window, atlas }: Question): Headline {
  const shares = stationShares(asked, atlas).filter(({ period }) => period.to >= window.from)
  const last = capitalFirst(shares, (share) => share, window.at, STATIONS_SPEAK_FOR_DAYS)
  if (!last) return notComputable('stations', 'share', ['station-census', 'no-reports'])
  const before = shares.findLast(
    ({ place, period }) => place === last.place && period.to < last.period.from,
  )
  const caveats: Caveat[] = last.value.best === null ? ['majority-only'] : []
  if (last.value.low === 0 && last.value.high === 1) caveats.unshift('sources-disagree')
  return headlineOf('stations', 'share', {
    value: last.value,
    period: last.period,
    place: last.place,
    reports: last.reports,
    at: window.at,
    previous: before ? { value: before.value, period: before.period } : null,
    parts: [
      {
        key: 'reporting',
        unit: 'stations',
        value: last.reporting === null ? null : exactly(last.reporting),
      },
      { key: 'known', unit: 'stations', value: last.known === null ? null : exactly(last.known) },
    ],
    caveats,
    missing: ['station-census'],
  })
}

/** How long the capital's last figure is preferred to a newer one of a smaller town, days. */
const PRICE_SPEAKS_FOR_DAYS = 42
const STATIONS_SPEAK_FOR_DAYS = 14

/**
 * The newest figure, but the capital's while it is not out of date: a headline that jumped from Bamako to a town of the
 * far west because that was asked a day later would compare what cannot be compared.
 */
function capitalFirst<Item>(
  items: readonly Item[],
  about: (item: Item) => { place: string | null; period: Period },
  at: Day,
  days: number,
): Item | undefined {
  const capital = items.findLast((item) => {
    const { place, period } = about(item)
    return place !== null && place.startsWith('bamako') && daysBetween(period.to, at) <= days
  })
  return capital ?? items.at(-1)
}
