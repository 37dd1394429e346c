import type { Dice } from '#mocks/simulator/random.ts'

/** Nobody hears from a town for days: a line is down, a phone is stolen, somebody left. */
export type Silences = {
  endDay(day: number): void
  isSilent(town: number): boolean
}

/** The smaller the voice of a town, the easier it falls silent. */
export function makeSilences(weights: readonly number[], dice: Dice): Silences {
  const until = new Int32Array(weights.length)
  let today = 0
  return {
    isSilent: (town) => (until[town] ?? 0) > today,
    endDay(day) {
      today = day + 1
      for (const [town, weight] of weights.entries()) {
        if ((until[town] ?? 0) > today || weight > 100) continue
        if (dice.chance(weight > 5 ? 0.006 : 0.016)) until[town] = today + 4 + dice.below(16)
      }
    },
  }
}
