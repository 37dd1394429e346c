import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import { isCapital, isCapitals, PRICE_SPEAKS_FOR_DAYS } from './capital-first.ts'
import { isTellable } from './few.ts'
import { around, since } from './filter.ts'
import { headlineOf, notComputable } from './headline.ts'
import type { Question } from './headline.ts'
import { bulletinsOf } from './of-kind.ts'
import { observedPeriod } from './report.ts'
import { officialFor } from './price-series.ts'
import { stationsIn } from './atlas.ts'
import { ceilings, premium } from './prices.ts'
import { streetPrices } from './street-prices.ts'
import type { StreetPrice } from './street-prices.ts'
import { exactly } from './estimate.ts'
import type { Caveat } from './series.ts'
import type { Headline } from './situation.ts'
import { stationShares } from './stations.ts'
import type { StationShare } from './station-share.ts'
import { MANY } from './spread.ts'
import { isOfAWeek, stretchesOfWaits, waitsByWeek, waitsOf } from './waits.ts'
import type { Wait } from './waits.ts'

/**
 * Parallel ÷ official price at the last place that reported one. The two prices stand beside it as parts
 * (`parallel`, `official`, XOF per litre).
 */
export function premiumHeadline({ asked, past, window, atlas }: Question): Headline {
  const tables = new Map(
    (['petrol', 'diesel'] as const).map((fuel) => [fuel, ceilings(past, fuel, 'mali')]),
  )
  const heard = streetPrices(asked, atlas, since(window.from)).filter(
    ({ period, place }) =>
      period.to >= window.from && atlas.places.get(place ?? '')?.country === 'MLI',
  )
  // From the newest on: of hundreds of prices, two or three are set against the official one.
  const lastWhere = (fits: (price: StreetPrice) => boolean) => {
    for (const price of heard.toReversed()) {
      const found = fits(price) && isTellable(price) ? withPremium(price, tables) : null
      if (found !== null) return found
    }
    return undefined
  }
  const last =
    lastWhere(({ place, period: { to } }) =>
      isCapitals({ place, to }, window.at, PRICE_SPEAKS_FOR_DAYS),
    ) ?? lastWhere(() => true)
  if (!last) {
    const isWithheld = !heard.every(isTellable)
    return notComputable('premium', 'ratio', [isWithheld ? 'withheld' : 'parallel-price'])
  }
  const before = lastWhere(
    (price) =>
      price.place === last.price.place &&
      price.period.to < last.price.period.from &&
      (!last.price.isGathered || price.product === last.price.product),
  )
  const isFew = last.price.isGathered && last.price.reports.length < 3
  const caveats: Caveat[] = isFew || last.price.product === null ? ['few-reports'] : []
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

/** A price beside the official ones of its day; null where they cannot be compared. */
function withPremium(price: StreetPrice, tables: Parameters<typeof officialFor>[2]) {
  const { product } = price
  const fuel = product === 'petrol' || product === 'diesel' ? product : 'all'
  const official = officialFor(fuel, price.period.from, tables)
  const value = premium(price, official)
  return value === null ? null : { price, official, value }
}

/** Median wait over places in the last week anybody timed one. */
export function waitHeadline({ asked, window, atlas }: Question): Headline {
  const stretches = stretchesOfWaits(around(asked, since(window.from)), atlas).filter(
    ({ period }) => period.to >= window.from,
  )
  const weeks = waitsByWeek(stretches).filter(isTellable)
  // What is dated to a month is in no week; it is the newest word only where no week of that month was timed.
  const newest = weeks.at(-1)?.period.from ?? ''
  const vague = waitsOf(
    stretches.filter((stretch) => stretch.period.from > newest && !isOfAWeek(stretch)),
  ).filter(isTellable)
  const last = vague.at(-1) ?? weeks.at(-1)
  if (!last) {
    const isWithheld = stretches.length > 0
    return notComputable('wait', 'hours', [isWithheld ? 'withheld' : 'wait-times'])
  }
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
    caveats: waitCaveats(last),
  })
}

function waitCaveats({ value, reports }: Pick<Wait, 'value' | 'reports'>): Caveat[] {
  if (reports.length < 3) return ['few-reports']
  return reports.length >= MANY && value.low !== value.high ? ['middle-half'] : []
}

/**
 * Share of stations with fuel: the newest of what was seen in the capital and the rate officials quote for the
 * country. One small town's zero must not stand for Mali, so others speak only where neither did.
 */
export function stationsHeadline(question: Question): Headline {
  const { asked, window, atlas } = question
  const shares = stationShares(asked, atlas, since(window.from)).filter(
    ({ period }) => period.to >= window.from,
  )
  const quoted = quotedShares(question)
  const heard = [...shares, ...quoted]
  const last =
    newestWhere(heard, (share) => isCapital(share.place) || quoted.includes(share)) ??
    newestWhere(heard, () => true)
  if (!last)
    return notComputable('stations', 'share', [
      'station-census',
      heard.length > 0 ? 'withheld' : 'no-reports',
    ])
  const before = newestWhere(
    heard,
    ({ place, period }) => place === last.place && period.to < last.period.from,
  )
  const caveats: Caveat[] = last.value.best === null ? ['majority-only'] : []
  if (last.place === COUNTRY) caveats.push('denominator-unstated')
  const count = (stations: number | null) => (stations === null ? null : exactly(stations))
  return headlineOf('stations', 'share', {
    value: last.value,
    period: last.period,
    place: last.place,
    reports: last.reports,
    at: window.at,
    previous: before ? { value: before.value, period: before.period } : null,
    parts: [
      { key: 'reporting', unit: 'stations', value: count(last.reporting) },
      { key: 'known', unit: 'stations', value: count(last.known) },
    ],
    caveats,
    missing: stationsIn(last.place, atlas) === null ? ['station-census'] : [],
  })
}

const COUNTRY = 'mali'

/** The resupply rate as officials quote it; of what number of stations they do not say. */
function quotedShares({ asked, window }: Question): StationShare[] {
  return bulletinsOf(asked, 'stations_resupplied_share')
    .filter((report) => isEligible(report) && observedPeriod(report).to >= window.from)
    .flatMap((report) =>
      report.body.value === null
        ? []
        : [
            {
              period: observedPeriod(report),
              place: COUNTRY,
              value: report.body.value,
              reporting: null,
              known: null,
              reports: [report],
            },
          ],
    )
}

/** By the last day spoken of; of two with the same, the one about the shorter stretch; of what may be told. */
function newestWhere(
  shares: readonly StationShare[],
  fits: (share: StationShare) => boolean,
): StationShare | undefined {
  const isNewer = (a: StationShare, b: StationShare) =>
    (byText(a.period.to, b.period.to) || byText(a.period.from, b.period.from)) > 0
  // From the end, where the newest mostly are: those before them are then compared and no more.
  return shares
    .toReversed()
    .reduce<StationShare | undefined>(
      (newest, share) =>
        (newest === undefined || isNewer(share, newest)) && fits(share) && isTellable(share)
          ? share
          : newest,
      undefined,
    )
}
