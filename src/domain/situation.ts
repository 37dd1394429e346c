import * as z from 'zod/mini'
import { CorridorState } from './corridor-status.ts'
import { Estimate } from './estimate.ts'
import { Freshness } from './freshness.ts'
import { Caveat, Missing, Reference, Unit } from './series.ts'
import { Day, Instant, Period } from './time.ts'

/** The View with every default decided: what the answer is really about. */
export const Window = z.object({
  from: Day,
  to: Day,
  at: Day,
  known: z.nullable(Day),
  /** Null when nothing was ever received. Otherwise the last closed instant: what a pin of this answer carries. */
  vintage: z.nullable(Instant),
})
export type Window = z.infer<typeof Window>

/** What the record holds, so that its silence can be told from calm. */
export const RecordState = z.object({
  /** Last day with a report that may carry a headline, and with any report at all. */
  lastEligible: z.nullable(Day),
  lastAny: z.nullable(Day),
  /** First day with a report. */
  first: z.nullable(Day),
  reports: z.number(),
  sources: z.number(),
  /** Days from the last eligible report to today (or to `known`). */
  daysSilent: z.nullable(z.number()),
})
export type RecordState = z.infer<typeof RecordState>

export const HeadlineId = z.enum(['arrivals', 'cover', 'losses', 'premium', 'wait', 'stations'])
export type HeadlineId = z.infer<typeof HeadlineId>

/** One figure of the strip: value, span, period, what it was before, and what stands behind it. */
export const Headline = z.object({
  id: HeadlineId,
  unit: Unit,
  /** Null when it cannot be computed; `missing` then names the input. */
  value: z.nullable(Estimate),
  period: z.nullable(Period),
  /** The place it speaks of, where it is one place's figure and not the country's. */
  place: z.nullable(z.string()),
  previous: z.nullable(z.object({ value: Estimate, period: Period })),
  /** Figures that belong beside it: the two prices of a premium, the two ratios of a supply. */
  parts: z.array(z.object({ key: z.string(), unit: Unit, value: z.nullable(Estimate) })),
  references: z.array(Reference),
  n: z.number(),
  sources: z.number(),
  freshness: Freshness,
  caveats: z.array(Caveat),
  missing: z.array(Missing),
  /** Ids of the reports it rests on; at most 20. */
  reports: z.array(z.string()),
})
export type Headline = z.infer<typeof Headline>

export const Situation = z.object({
  window: Window,
  record: RecordState,
  headlines: z.array(Headline),
  corridors: z.array(CorridorState),
})
export type Situation = z.infer<typeof Situation>
