import type { Atlas } from '#domain/atlas.ts'
import type { Draft } from '#server/store/store.ts'
import { weekdayOf } from '#mocks/simulator/calendar.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import type { Corrections } from './corrections.ts'
import { receivedBy } from './outbox.ts'
import type { Outbox } from './outbox.ts'
import { beatsOf, delayMinutes } from './people.ts'
import type { Beat, Reporter } from './people.ts'
import { makePriceDesk } from './prices.ts'
import { makeQueueDesk } from './queues.ts'
import { makeSilences } from './silences.ts'

/** Reports of queues and prices a day while nothing is the matter. */
const REPORTS_A_DAY = 128
/** How many more there are when nobody in Bamako gets what he wants. */
const STIRRED = 0.75
const PRICE_SHARE = 0.17
const REPORTS_BY_HOUR = [
  0.1, 0.05, 0.05, 0.05, 0.1, 0.4, 1.2, 2, 2.2, 2, 1.8, 1.6, 1.2, 1, 1, 1.3, 1.7, 2, 1.8, 1.3, 0.8,
  0.5, 0.3, 0.15,
]
const REPORTS_BY_WEEKDAY = [1.1, 1.1, 1.05, 1.1, 0.7, 1.05, 0.85]

type Parts = {
  country: Country
  atlas: Atlas
  dice: Dice
  outbox: Outbox
  corrections: Corrections
}

/** Everybody who watches stations and prices. */
export type Field = { hour(hour: number): void; endDay(day: number): void }

export function makeField({ country, atlas, dice, outbox, corrections }: Parts): Field {
  const { pumps, sales } = country
  const queues = makeQueueDesk({ country, atlas, dice })
  const prices = makePriceDesk({ country, atlas, dice })
  const beats = beatsOf(pumps, dice)
  const weights = beats.map(({ weight }) => weight)
  const silences = makeSilences(weights, dice)
  const all = weights.reduce((total, weight) => total + weight, 0)
  const usual = REPORTS_BY_HOUR.reduce((total, share) => total + share, 0)

  function chosen(): Beat {
    let mark = dice.unit() * all
    for (const beat of beats) {
      mark -= beat.weight
      if (mark < 0) return beat
    }
    return beats[0] as Beat
  }

  function report(hour: number): void {
    const { town, reporters } = chosen()
    if (silences.isSilent(town)) return
    const { stations } = pumps.towns[town] as Country['pumps']['towns'][number]
    const reporter = dice.pick(reporters)
    const minute = hour * 60 + dice.below(60)
    const reachedUs = receivedBy(minute + delayMinutes(reporter, minute, dice))
    // Some stations are on everybody's way, others nobody passes.
    const luck = dice.unit()
    const station = stations[Math.floor(luck * luck * stations.length)] ?? 0
    const draft = drafted(town, station, reporter, minute, reachedUs)
    outbox.send(draft, reachedUs)
    corrections.consider(draft, reporter, reachedUs)
  }

  function drafted(
    town: number,
    station: number,
    reporter: Reporter,
    minute: number,
    reachedUs: number,
  ): Draft {
    const subject = dice.unit()
    if (subject < PRICE_SHARE) {
      const premium = country.street.premium[2 * town] ?? 1
      const isStreet = dice.chance(premium > 1.15 ? 0.72 : 0.3)
      return isStreet
        ? prices.inTheStreet(town, reporter, minute, reachedUs)
        : prices.atThePump(station, reporter, minute, reachedUs)
    }
    const isRound = subject < PRICE_SHARE + 0.05
    return isRound
      ? queues.ofTown(town, reporter, minute, reachedUs)
      : queues.ofStation(station, reporter, minute, reachedUs)
  }

  return {
    hour(hour) {
      const stir = 1 + STIRRED * (sales.unmet[0] ?? 0)
      const share = ((REPORTS_BY_HOUR[hour % 24] ?? 0) / usual) * REPORTS_A_DAY * stir
      const weekday = REPORTS_BY_WEEKDAY[weekdayOf(Math.floor(hour / 24))] ?? 1
      const count = dice.around(share * weekday * (1 + 0.6 * dice.bell()))
      for (let nth = 0; nth < count; nth += 1) report(hour)
    },
    endDay: (day) => silences.endDay(day),
  }
}
