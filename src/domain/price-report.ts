import * as z from 'zod/mini'
import { Product } from './product.ts'

/**
 * - `ceiling`: an official maximum, in force for the whole country from the report's day
 * - `pump`: asked at a station;  `parallel`: asked in the street or by resellers
 * - `baseline`: "it usually costs", quoted for comparison
 */
export const Market = z.enum(['ceiling', 'pump', 'parallel', 'baseline'])
export type Market = z.infer<typeof Market>

/** A price as it was asked: street fuel is sold by the bottle, so the container is kept. */
export const PriceBody = z.object({
  kind: z.literal('price'),
  product: z.nullable(Product),
  market: Market,
  /** Price of the whole container, in `currency`; may have decimals, since averages are quoted. */
  amount: z.nullable(z.number()),
  currency: z.nullable(z.enum(['XOF', 'GNF', 'USD'])),
  container: z.nullable(z.object({ size: z.number(), unit: z.enum(['litre', 'kg']) })),
  /** Where a source gives only "four times the official price". */
  multipleOfOfficial: z.nullable(z.number()),
})
export type PriceBody = z.infer<typeof PriceBody>

/** XOF per litre, unrounded; null when the price is in another currency or sold by weight. */
export function xofPerLitre({ amount, currency, container }: PriceBody): number | null {
  if (amount === null || currency !== 'XOF' || container?.unit !== 'litre') return null
  return amount / container.size
}
