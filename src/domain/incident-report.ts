import * as z from 'zod/mini'
import { Estimate } from './estimate.ts'

export const IncidentType = z.enum([
  'attack',
  'abduction',
  'seizure',
  'ied',
  'checkpoint',
  'threat',
  'escort_refused',
  'customs_delay',
  'protest',
  'road_accident',
  'station_unrest',
])
export type IncidentType = z.infer<typeof IncidentType>

/** Something that hit people or fuel on its way. Every count is of this incident alone. */
export const IncidentBody = z.object({
  kind: z.literal('incident'),
  type: IncidentType,
  /** Incidents the report speaks of, where it gives no toll. */
  events: z.nullable(z.number()),
  tankersDestroyed: z.nullable(Estimate),
  tankersCaptured: z.nullable(Estimate),
  vehiclesSeized: z.nullable(Estimate),
  cansSeized: z.nullable(Estimate),
  peopleKilled: z.nullable(Estimate),
  soldiersKilled: z.nullable(Estimate),
  attackersKilled: z.nullable(Estimate),
  peopleInjured: z.nullable(Estimate),
  peopleAbducted: z.nullable(Estimate),
})
export type IncidentBody = z.infer<typeof IncidentBody>

/** The counts an incident report can carry, in the order they are shown. */
export const TOLLS = [
  'tankersDestroyed',
  'tankersCaptured',
  'peopleKilled',
  'soldiersKilled',
  'attackersKilled',
  'peopleInjured',
  'peopleAbducted',
  'vehiclesSeized',
  'cansSeized',
] as const satisfies readonly (keyof IncidentBody)[]
