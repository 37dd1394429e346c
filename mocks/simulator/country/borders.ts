import type { Axis } from '#domain/corridor.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import type { Convoy } from './convoy.ts'
import type { Road } from './roads.ts'
import type { Traffic } from './turns.ts'

/** Where lorries wait for an escort: one park on each road, at the border. */
export type Borders = {
  /** The convoy's lorries join the others there; the convoy is no more. */
  park(convoy: Convoy): void
  /** Tankers that wait on all roads of an axis. */
  waiting(axis: Axis): number
  /** Some who have waited for weeks drive home. */
  endDay(): void
  /** Tankers that set off today under escort and from which road; null on a day without an escort. */
  called(axis: Axis, traffic: Traffic): { road: Road; petrol: number; diesel: number } | null
}

/** Fewer are not worth an escort. */
const SMALLEST_CONVOY = 10
const GIVE_UP_A_DAY = 0.012

export function makeBorders(roads: readonly Road[], dice: Dice): Borders {
  const parks = new Map(roads.map((road) => [road, { petrol: 0, diesel: 0 }]))
  const ready = new Map<Axis, number>()
  const parkOf = (road: Road) => parks.get(road) ?? { petrol: 0, diesel: 0 }
  const countOn = (road: Road) => parkOf(road).petrol + parkOf(road).diesel
  const roadsOn = (axis: Axis) => roads.filter((road) => road.axis === axis)

  return {
    park(convoy) {
      const park = parkOf(convoy.road)
      park.petrol += convoy.petrol
      park.diesel += convoy.diesel
      convoy.petrol = 0
      convoy.diesel = 0
    },
    endDay() {
      for (const park of parks.values()) {
        park.petrol -= Math.min(park.petrol, dice.around(park.petrol * GIVE_UP_A_DAY))
        park.diesel -= Math.min(park.diesel, dice.around(park.diesel * GIVE_UP_A_DAY))
      }
    },
    waiting: (axis) => roadsOn(axis).reduce((total, road) => total + countOn(road), 0),
    called(axis, { escorts, tankers }) {
      // Escorts take turns: the next is not ready the day after the last.
      const turn = (ready.get(axis) ?? 0) + (escorts / 7) * (1 + 0.8 * dice.bell())
      ready.set(axis, Math.min(2, turn))
      if (turn < 1) return null
      const road = roadsOn(axis).reduce((fullest, each) =>
        countOn(each) > countOn(fullest) ? each : fullest,
      )
      const wanted = Math.max(SMALLEST_CONVOY, Math.round(tankers * (1 + 0.7 * dice.bell())))
      const count = Math.min(countOn(road), wanted)
      if (count < SMALLEST_CONVOY) return null
      ready.set(axis, turn - 1)
      const park = parkOf(road)
      const petrol = Math.round((count * park.petrol) / countOn(road))
      park.petrol -= petrol
      park.diesel -= count - petrol
      return { road, petrol, diesel: count - petrol }
    },
  }
}
