import * as z from 'zod/mini'
import { Axis } from './corridor.ts'
import { Freshness } from './freshness.ts'
import { Day } from './time.ts'

/** Ordered from best to worst; `unknown` stands outside the order. */
export const CorridorStatus = z.enum([
  'open',
  'escort',
  'restricted',
  'contested',
  'cut',
  'unknown',
])
export type CorridorStatus = z.infer<typeof CorridorStatus>

/**
 * One fact that speaks for a status. `code` has a sentence in both languages; `value` is its count. `withheld`: what
 * speaks for it is told by too few.
 */
export const Reason = z.object({
  code: z.enum([
    'attack',
    'tankers-lost',
    'arrivals',
    'escorted-arrival',
    'transport-suspended',
    'transport-resumed',
    'below-baseline',
    'near-baseline',
    'silent',
    'blockade-declared',
    'arrivals-withheld',
    'withheld',
  ]),
  day: z.nullable(Day),
  /** Last day, where the source gives a stretch of days and no single one. */
  until: z.nullable(Day),
  value: z.nullable(z.number()),
  leg: z.nullable(z.string()),
  report: z.nullable(z.string()),
})
export type Reason = z.infer<typeof Reason>

/** What one stretch of road looks like at the moment shown. */
export const LegState = z.object({
  leg: z.string(),
  status: CorridorStatus,
  lastIncident: z.nullable(Day),
})
export type LegState = z.infer<typeof LegState>

/** The state of one axis, over all its variants, in the 28 days up to the moment shown. */
export const CorridorState = z.object({
  axis: Axis,
  status: CorridorStatus,
  reasons: z.array(Reason),
  /** Legs whose own state is worse than the axis's, or that carry its reason. */
  legs: z.array(LegState),
  /** Variants to draw: priority 1 and 2, and any with an incident in the window. */
  corridors: z.array(z.string()),
  freshness: Freshness,
  /** Last day anything eligible was reported on this axis; null when nothing ever was. */
  lastReported: z.nullable(Day),
  /** The last status that was not unknown, and its day: shown as the past, never as the present. */
  lastKnown: z.nullable(z.object({ status: CorridorStatus, day: Day })),
})
export type CorridorState = z.infer<typeof CorridorState>
