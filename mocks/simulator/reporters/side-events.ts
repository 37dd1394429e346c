import type { Atlas } from '#domain/atlas.ts'
import { MINUTES_A_DAY } from '#mocks/simulator/calendar.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { figure, inRoundNumbers } from './figures.ts'
import { noToll } from './incidents.ts'
import { PRESS } from './published.ts'
import type { Printer } from './published.ts'
import { positionOf } from './queues.ts'

type Parts = { country: Country; atlas: Atlas; dice: Dice; printer: Printer }

/** What scarcity does beside the roads: smuggling across the borders, quarrels at the pump, drivers who strike. */
export type SideEvents = { morning(day: number): void }

const BORDERS = ['kouremale', 'zegoua', 'diboli', 'manankoro', 'siguiri']
const TOWNS = ['bamako', 'bamako', 'sikasso', 'segou', 'mopti', 'kayes', 'koutiala']

export function makeSideEvents({ country, atlas, dice, printer }: Parts): SideEvents {
  const { sales, convoys } = country

  function print(day: number, place: string, body: ReturnType<typeof noToll>): void {
    const outlet = dice.pick(PRESS)
    const credibility = outlet.reliability === 'B' ? 2 : 3
    const position = positionOf(place, atlas)
    const about = { day: Math.max(0, day - 1), position, credibility } as const
    printer.publish(outlet, day * MINUTES_A_DAY + 420 + dice.below(840), about, body)
  }

  return {
    morning(day) {
      const unmet = sales.unmet[0] ?? 0
      if (dice.chance(0.012 + 0.14 * unmet)) {
        const body = noToll('seizure')
        if (dice.chance(0.7)) body.cansSeized = figure(inRoundNumbers(20 + dice.below(400)))
        else body.vehiclesSeized = figure(1 + dice.below(6))
        print(day, dice.pick(BORDERS), body)
      }
      if (dice.chance(0.11 * unmet)) {
        const body = noToll('station_unrest')
        body.events = 1
        if (dice.chance(0.35)) body.peopleInjured = figure(1 + dice.below(5))
        print(day, dice.pick(TOWNS), body)
      }
      const isStuck = convoys.waiting('ci') + convoys.waiting('sn') > 600
      if (isStuck && dice.chance(0.02)) {
        const body = noToll('protest')
        body.events = 1
        print(day, dice.pick(BORDERS), body)
      }
    },
  }
}
