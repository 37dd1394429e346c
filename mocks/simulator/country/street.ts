import type { Dice } from '#mocks/simulator/random.ts'

/** Official prices, XOF per litre, petrol and diesel: they hold whatever happens. */
export const OFFICIAL_XOF = [775, 725] as const

/** What fuel costs beside the stations, as a multiple of the official price, by town and product (2 × town + product). */
export type Street = {
  premium: Float64Array
  /** A day of bargaining: the price goes up fast with what is missing, and comes down slowly. */
  endDay(unmet: Float64Array): void
}

const UP_A_DAY = 0.16
const DOWN_A_DAY = 0.028
/** At half of what is wanted missing, resellers ask about three times the official price. */
const STEEPNESS = 3.5

export function makeStreet(cells: number, dice: Dice): Street {
  const premium = new Float64Array(cells).fill(1)
  const greed = Float64Array.from({ length: cells }, () => 1 + 0.25 * dice.bell())
  return {
    premium,
    endDay(unmet) {
      for (let cell = 0; cell < cells; cell += 1) {
        const missing = Math.max(0, (unmet[cell] ?? 0) - 0.06)
        // Diesel goes to those with contracts; in the street it is petrol that is bid for.
        const keen = (cell & 1 ? 0.7 : 1) * STEEPNESS * (greed[cell] ?? 1)
        const aim = 1 + keen * missing * Math.sqrt(missing)
        const now = premium[cell] ?? 1
        const step = (aim - now) * (aim > now ? UP_A_DAY : DOWN_A_DAY)
        const mood = now > 1.05 ? 0.035 * dice.bell() * (now - 1) : 0
        premium[cell] = Math.max(1, now + step + mood)
      }
    },
  }
}
