import * as z from 'zod/mini'

/** The four ways in, by country of origin: Côte d'Ivoire, Senegal, Guinea, Niger. */
export const Axis = z.enum(['ci', 'sn', 'gn', 'ne'])
export type Axis = z.infer<typeof Axis>

/** A stretch between two nodes, shared by the corridors that run over it. Lengths in road kilometres. */
export const Leg = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  /** ISO 3166 alpha-3, in the direction of travel. */
  countries: z.array(z.string()),
  km: z.number(),
  /** How many of the km are not drawn along a routed road. */
  approximateKm: z.number(),
  drawn: z.enum(['road', 'by-hand']),
  /** [longitude, latitude] in order; neighbouring legs meet exactly. */
  line: z.array(z.tuple([z.number(), z.number()])),
})
export type Leg = z.infer<typeof Leg>

/** One way from a port or depot to where fuel is used: an ordered list of legs. */
export const Corridor = z.object({
  id: z.string(),
  name: z.string(),
  nameFr: z.string(),
  axis: Axis,
  /** 1 leads, 2 is shown, 3 is off unless something happened on it in the window. */
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  km: z.number(),
  roads: z.array(z.string()),
  legs: z.array(z.string()),
  /** Nodes in order, with km from the start. */
  nodes: z.array(z.object({ place: z.string(), km: z.number() })),
  /** What the public record calls it; null when the record never names it. */
  recordName: z.nullable(z.string()),
})
export type Corridor = z.infer<typeof Corridor>

/** Where on a corridor something is: as finely as the source says, and no finer. */
export const CorridorRef = z.object({
  axis: Axis,
  corridor: z.nullable(z.string()),
  leg: z.nullable(z.string()),
})
export type CorridorRef = z.infer<typeof CorridorRef>
