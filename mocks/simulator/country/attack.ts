import type { Dice } from '#mocks/simulator/random.ts'
import { takeOut, tankersOf } from './convoy.ts'
import type { Attack, Convoy } from './convoy.ts'
import { stretchAt } from './roads.ts'

/** Attacks an hour on a lone convoy of twenty tankers on a leg of risk 1 while the hazard is 1. */
const ATTACKS_AN_HOUR = 0.024

/** Chance 0–1 of an attack in this hour. `heat` 1 and more; `shelter` 0–1 is what an escort takes away. */
export function attackChance(
  convoy: Convoy,
  { hazard, heat, shelter }: { hazard: number; heat: number; shelter: number },
): number {
  const { risk } = stretchAt(convoy.road, convoy.km)
  // More tankers are more of a target, but a hundred are not five times twenty.
  const size = Math.sqrt(tankersOf(convoy) / 20)
  return ATTACKS_AN_HOUR * risk * hazard * heat * size * (convoy.escorted ? 1 - shelter : 1)
}

/** Takes what an attack destroys or captures out of the convoy, and says what it was. */
export function strike(convoy: Convoy, dice: Dice): Attack {
  const lost = Math.min(
    tankersOf(convoy),
    Math.max(dice.chance(0.85) ? 1 : 0, Math.round(tankersOf(convoy) * shareLost(convoy, dice))),
  )
  const captured = dice.chance(0.2) ? Math.round(lost * dice.between(0.3, 1)) : 0
  takeOut(convoy, lost)
  convoy.lost += lost
  return {
    event: dice.uuid(),
    leg: stretchAt(convoy.road, convoy.km).leg.id,
    km: convoy.km,
    destroyed: lost - captured,
    captured,
    killed: dice.chance(0.6) ? dice.below(2 + lost / 2) : 0,
    soldiers: convoy.escorted && dice.chance(0.4) ? dice.below(8) : 0,
  }
}

/** An escort drives most attackers off; one time in eight it does not. */
function shareLost({ escorted }: Convoy, dice: Dice): number {
  if (!escorted) return dice.between(0.2, 0.65)
  return dice.chance(0.12) ? dice.between(0.2, 0.42) : dice.between(0.02, 0.18)
}
