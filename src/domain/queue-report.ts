import * as z from 'zod/mini'
import { Estimate } from './estimate.ts'
import { Product } from './product.ts'

export const FacilityStatus = z.enum([
  'open',
  'open_priority_only',
  'closed_temporary',
  'closed_permanent',
  'destroyed',
  'unknown',
])
export type FacilityStatus = z.infer<typeof FacilityStatus>

export const Availability = z.enum([
  'available',
  'rationed',
  'low',
  'out_of_stock',
  'not_sold',
  'unknown',
])
export type Availability = z.infer<typeof Availability>

/** Counts over several stations of one place, as quoted. Shares are 0–1. */
export const StationCount = z.object({
  open: z.nullable(z.number()),
  known: z.nullable(z.number()),
  openShare: z.nullable(z.number()),
  /** "Most stations are open" (true) or "most are dry" (false): a majority, and no more than that. */
  mostlyOpen: z.nullable(z.boolean()),
})
export type StationCount = z.infer<typeof StationCount>

/** The state of a station, or of the stations of a place, and of the queue in front of it. */
export const QueueBody = z.object({
  kind: z.literal('queue'),
  product: z.nullable(Product),
  facility: z.nullable(FacilityStatus),
  availability: z.nullable(Availability),
  stations: z.nullable(StationCount),
  /** A queue was seen (true) or said to be gone (false), without a length. */
  queueSeen: z.nullable(z.boolean()),
  vehicles: z.nullable(Estimate),
  metres: z.nullable(Estimate),
  /** Hours from joining the queue to leaving it, served or not. */
  waitHours: z.nullable(Estimate),
  /** Days without fuel up to the report. */
  daysDry: z.nullable(z.number()),
  hoursUntilSoldOut: z.nullable(z.number()),
  hoursOpenPerDay: z.nullable(z.number()),
  /** Stock in the station's tanks, litres. */
  stockLitres: z.nullable(z.number()),
  /** Stations one person tried in vain. */
  stationsTriedInVain: z.nullable(z.number()),
  rationLitres: z.nullable(z.number()),
})
export type QueueBody = z.infer<typeof QueueBody>

/** A report of a queue that says nothing yet: what nobody said is unknown. */
export function emptyQueue(product: Product | null): QueueBody {
  return {
    kind: 'queue',
    product,
    facility: null,
    availability: null,
    stations: null,
    queueSeen: null,
    vehicles: null,
    metres: null,
    waitHours: null,
    daysDry: null,
    hoursUntilSoldOut: null,
    hoursOpenPerDay: null,
    stockLitres: null,
    stationsTriedInVain: null,
    rationLitres: null,
  }
}
