/** Where it has just burned it burns again sooner: an attack on a leg makes the next more likely there for days. */
export type Hazards = {
  /** How much likelier than usual an attack on the leg is: 1 and more. */
  heat(leg: string): number
  attacked(leg: string): void
  endDay(): void
}

const ROUSED_BY = 1.6
const HOTTEST = 4
/** What is left of the heat a day later: half of it is gone after five days. */
const LEFT_AFTER_A_DAY = 0.87

export function makeHazards(): Hazards {
  const heats = new Map<string, number>()
  return {
    heat: (leg) => 1 + (heats.get(leg) ?? 0),
    attacked(leg) {
      heats.set(leg, Math.min(HOTTEST, (heats.get(leg) ?? 0) + ROUSED_BY))
    },
    endDay() {
      for (const [leg, heat] of heats) heats.set(leg, heat * LEFT_AFTER_A_DAY)
    },
  }
}
