import * as z from 'zod/mini'
import { Estimate } from './estimate.ts'
import { Freshness } from './freshness.ts'
import { Handling } from './handling.ts'
import { Product } from './product.ts'
import { Position } from './position.ts'
import { Day } from './time.ts'

export const Aspect = z.enum([
  'wait',
  'queue',
  'stations',
  'availability',
  'parallel-price',
  'pump-price',
])
export type Aspect = z.infer<typeof Aspect>

/** The latest thing said about one aspect of a place at the moment shown. */
export const SiteReading = z.object({
  aspect: Aspect,
  product: z.nullable(Product),
  /** Hours, XOF per litre, share 0–1; null for an aspect that is a word. */
  value: z.nullable(Estimate),
  /** `open`, `mostly-open`, `mostly-dry`, `available`, `out_of_stock`, `queue`, `no-queue`; null for a number. */
  state: z.nullable(z.string()),
  day: Day,
  freshness: Freshness,
  /** How far it may be passed on; absent where everybody may know. */
  handling: z.optional(Handling),
  code: z.string(),
  source: z.string(),
  report: z.string(),
})
export type SiteReading = z.infer<typeof SiteReading>

/** A place with what is known of its stations, queues and prices. */
export const Site = z.object({
  place: z.string(),
  position: Position,
  readings: z.array(SiteReading),
  /** Aspects of which nothing may be told, since too few reports speak of them; absent where there are none. */
  withheld: z.optional(z.array(Aspect)),
  /** The freshest of its readings. */
  freshness: Freshness,
})
export type Site = z.infer<typeof Site>
