import { minuteOf } from './calendar.ts'
import { makeCountry } from './country/country.ts'
import { diceFor } from './random.ts'
import { makeNewsroom } from './reporters/newsroom.ts'
import { makeOutbox } from './reporters/outbox.ts'
import type { Simulation, SimulationParts } from './simulation.ts'

/**
 * Lets a country live and people report of it. Whoever moves the clock in one step or in a thousand gets the same
 * reports: the country lives by whole hours, and an hour is lived as soon as the clock has entered it.
 */
export function simulate(parts: SimulationParts): Simulation {
  const { scenario, seed, atlas } = parts
  const country = makeCountry(parts)
  const outbox = makeOutbox()
  const dice = (purpose: string) => diceFor(seed, `${scenario} ${purpose}`)
  const newsroom = makeNewsroom({ country, atlas, scenario, outbox, dice })
  let lived = 0
  return {
    advance(to) {
      const minute = minuteOf(to)
      for (; lived * 60 <= minute; lived += 1) newsroom.hour(country.liveAnHour())
      return outbox.take(minute)
    },
    truth: () => country.truth,
  }
}
