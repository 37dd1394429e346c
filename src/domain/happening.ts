import * as z from 'zod/mini'
import { ConvoyStage } from './convoy-report.ts'
import { CorridorRef } from './corridor.ts'
import { Estimate } from './estimate.ts'
import { EventRole } from './event.ts'
import { Freshness } from './freshness.ts'
import { Handling } from './handling.ts'
import { IncidentType } from './incident-report.ts'
import { Position } from './position.ts'
import { Period } from './time.ts'

/** What one source says of one quantity of a happening. */
export const Voice = z.object({
  report: z.string(),
  role: EventRole,
  /** As the source gave it: a band of the disclosed copy stays a band, and is not told as its lower end. */
  value: Estimate,
  /** "B2". */
  code: z.string(),
  source: z.string(),
})
export type Voice = z.infer<typeof Voice>

/** One quantity of a happening as all its sources give it. */
export const Account = z.object({
  /** Field of the body: `tankersDestroyed`, `tankersArrived`, `peopleKilled`, `litres` … */
  quantity: z.string(),
  value: z.nullable(Estimate),
  /** Behind the estimate, the best judged first; then claims and rejected figures, which are not in it. At most 6 each. */
  voices: z.array(Voice),
  claims: z.array(Voice),
  /** True where too few reports give it and not all are published: no value is made of them, and each speaks for itself. */
  withheld: z.optional(z.literal(true)),
})
export type Account = z.infer<typeof Account>

/** A convoy or an incident: one thing that happened, with every report of it. */
export const Happening = z.object({
  /** The event's id, or the report's own where it stands alone. */
  id: z.string(),
  kind: z.enum(['convoy', 'incident']),
  period: Period,
  position: z.nullable(Position),
  corridor: z.nullable(CorridorRef),
  /**
   * What happened, by its best judged report: the stage of a convoy or the type of an incident, else null. A convoy
   * that is followed by the hour is where, when and at what stage it was last seen.
   */
  stage: z.nullable(ConvoyStage),
  incident: z.nullable(IncidentType),
  /** Who says so, the best judged first, at most 6: an incident without a toll has no account to name them. */
  witnesses: z.array(z.object({ report: z.string(), source: z.string(), code: z.string() })),
  /** True when no report of it may carry a headline: shown as a claim. */
  claim: z.boolean(),
  freshness: Freshness,
  /** How far it may be passed on, by the strictest of its reports; absent where everybody may know. */
  handling: z.optional(Handling),
  accounts: z.array(Account),
  reports: z.array(z.string()),
})
export type Happening = z.infer<typeof Happening>
