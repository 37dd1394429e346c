import * as z from 'zod/mini'

/** What is sold: petrol (super), diesel (gasoil), bottled gas (butane, LPG), aviation fuel. */
export const Product = z.enum(['petrol', 'diesel', 'lpg', 'jet'])
export type Product = z.infer<typeof Product>

/** A report without a product speaks of all fuels, so it answers a question about any of them. */
export function isAbout(reported: Product | null, asked: Product | undefined): boolean {
  return asked === undefined || reported === null || reported === asked
}
