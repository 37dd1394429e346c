import * as z from 'zod/mini'
import { Estimate } from './estimate.ts'
import { Product } from './product.ts'

/** The life of a convoy, in order; the last seven end or suspend it. */
export const ConvoyStage = z.enum([
  'planned',
  'loading',
  'departed',
  'in_transit',
  'at_border',
  'customs',
  'assembling',
  'escorted',
  'held',
  'attacked',
  'partially_arrived',
  'arrived',
  'offloading',
  'distributed',
  'turned_back',
  'dispersed',
])
export type ConvoyStage = z.infer<typeof ConvoyStage>

/** Stages after which no vehicle of the convoy is on the road any more. */
export const CLOSED_STAGES: readonly ConvoyStage[] = [
  'arrived',
  'offloading',
  'distributed',
  'turned_back',
  'dispersed',
]

/** One report about a convoy. Counts are tankers, `litres` is as reported (never derived from tankers). */
export const ConvoyBody = z.object({
  kind: z.literal('convoy'),
  product: z.nullable(Product),
  /** A name its reporters share, so that many reports become one convoy; null when nobody gave one. */
  convoy: z.nullable(z.string()),
  stage: z.nullable(ConvoyStage),
  escorted: z.nullable(z.boolean()),
  /** Number of convoys the report speaks of, where it gives no tankers. */
  convoys: z.nullable(z.number()),
  /** Vehicles in the convoy, where not split into departed and arrived. */
  size: z.nullable(Estimate),
  tankersDeparted: z.nullable(Estimate),
  tankersArrived: z.nullable(Estimate),
  tankersLost: z.nullable(Estimate),
  tankersTurnedBack: z.nullable(Estimate),
  litres: z.nullable(Estimate),
})
export type ConvoyBody = z.infer<typeof ConvoyBody>
