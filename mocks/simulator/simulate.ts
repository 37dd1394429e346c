import { minuteOf } from './calendar.ts'
import { makeCountry } from './country/country.ts'
import { diceFor } from './random.ts'
import { makeCorrections } from './reporters/corrections.ts'
import { makeField } from './reporters/field.ts'
import { makeOutbox } from './reporters/outbox.ts'
import type { Simulation, SimulationParts } from './simulation.ts'

/**
 * Lets a country live and people report of it. Whoever moves the clock in one step or in a thousand gets the same
 * reports: the country lives by whole hours, and an hour is lived as soon as the clock has entered it.
 */
export function simulate(parts: SimulationParts): Simulation {
  const { scenario, seed, atlas } = parts
  const dice = (purpose: string) => diceFor(seed, `${scenario} ${purpose}`)
  const country = makeCountry(parts)
  const outbox = makeOutbox()
  const corrections = makeCorrections(outbox, dice('corrections'))
  const field = makeField({ country, atlas, dice: dice('field'), outbox, corrections })
  let lived = 0

  function liveAnHour(): void {
    const hour = country.liveAnHour()
    field.hour(hour)
    if (hour % 24 === 23) field.endDay(Math.floor(hour / 24))
    lived = hour + 1
  }

  return {
    advance(to) {
      const minute = minuteOf(to)
      while (lived * 60 <= minute) liveAnHour()
      return outbox.take(minute)
    },
    truth: () => country.truth,
  }
}
