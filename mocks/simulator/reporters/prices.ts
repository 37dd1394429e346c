import type { Atlas } from '#domain/atlas.ts'
import type { PriceBody } from '#domain/price-report.ts'
import type { Position } from '#domain/position.ts'
import type { Draft } from '#server/store/store.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import { FUELS } from '#mocks/simulator/country/pumps.ts'
import { OFFICIAL_XOF } from '#mocks/simulator/country/street.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { fieldDraft } from './field-draft.ts'
import type { Reporter } from './people.ts'
import { positionOf } from './queues.ts'

type Parts = { country: Country; atlas: Atlas; dice: Dice }

/** What reporters were asked to pay. */
export type PriceDesk = {
  inTheStreet(town: number, reporter: Reporter, minute: number, reachedUs: number): Draft
  atThePump(station: number, reporter: Reporter, minute: number, reachedUs: number): Draft
}

/** Litres of what is sold by the roadside: bottles mostly, a jar of two, a can. */
const CONTAINERS = [1, 1, 1, 1.5, 1.5, 0.5, 2, 5, 20] as const

export function makePriceDesk({ country, atlas, dice }: Parts): PriceDesk {
  const { pumps, street } = country
  const quarters = [...atlas.places.values()].filter(
    ({ kind, parent }) => kind === 'quarter' && parent === 'bamako',
  )
  const inQuarters = quarters.map(({ id }) => positionOf(id, atlas))
  const inTowns = pumps.towns.map(({ id }) => positionOf(id, atlas))
  const atStations = pumps.places.map((id) => positionOf(id, atlas))

  return {
    inTheStreet(town, reporter, minute, reachedUs) {
      const product = dice.chance(0.78) ? 0 : 1
      const official = OFFICIAL_XOF[product] ?? 0
      const premium = street.premium[2 * town + product] ?? 1
      const size = dice.pick(CONTAINERS)
      // Even in quiet times a bottle by the road costs a little more than at the pump.
      const asked = official * premium * (1.08 + (0.05 + 0.12 * (premium - 1)) * dice.bell())
      const step = size >= 5 ? 250 : 25
      const amount = Math.max(step, Math.round((asked * size) / step) * step)
      const isInQuarter = town === 0 && dice.chance(0.8) && inQuarters.length > 0
      const position = isInQuarter ? dice.pick(inQuarters) : (inTowns[town] as Position)
      return fieldDraft(
        priceOf(product, 'parallel', amount, size),
        position,
        { reporter, minute, reachedUs },
        dice,
      )
    },
    atThePump(station, reporter, minute, reachedUs) {
      const product = dice.chance(0.6) ? 0 : 1
      const official = OFFICIAL_XOF[product] ?? 0
      const premium = street.premium[2 * (pumps.townOf[station] ?? 0) + product] ?? 1
      // Some charge more than they may when people would pay it.
      const isOver = premium > 1.5 && dice.chance(0.07)
      const amount = isOver ? official + 25 * (1 + dice.below(5)) : official
      const position = atStations[station] as Position
      return fieldDraft(
        priceOf(product, 'pump', amount, 1),
        position,
        { reporter, minute, reachedUs },
        dice,
      )
    },
  }
}

export function priceOf(
  product: number,
  market: PriceBody['market'],
  amount: number,
  litres: number,
): PriceBody {
  return {
    kind: 'price',
    product: FUELS[product] ?? null,
    market,
    amount,
    currency: 'XOF',
    container: litresOf(litres),
    multipleOfOfficial: null,
  }
}

const sizes = new Map<number, { size: number; unit: 'litre' }>()
function litresOf(size: number): { size: number; unit: 'litre' } {
  const known = sizes.get(size) ?? { size, unit: 'litre' as const }
  sizes.set(size, known)
  return known
}
