import * as z from 'zod/mini'
import { Credibility, Reliability } from '#domain/admiralty.ts'
import { BulletinMetric } from '#domain/bulletin.ts'
import { ConvoyStage } from '#domain/convoy-report.ts'
import { Axis } from '#domain/corridor.ts'
import { EventRole } from '#domain/event.ts'
import { IncidentType } from '#domain/incident-report.ts'
import { Market } from '#domain/price-report.ts'
import { Product } from '#domain/product.ts'
import { Availability, FacilityStatus } from '#domain/queue-report.ts'
import { Precision } from '#domain/position.ts'
import { Source } from '#domain/source.ts'
import { Day, Instant } from '#domain/time.ts'

/** What is left out is unknown. */
const unknown = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.prefault(z.nullable(schema), null)

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const upTo = (most: number) => z.number().check(z.gte(0), z.lte(most))
const countTo = (most: number) => z.int().check(z.gte(0), z.lte(most))
const between = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most))

/** A figure, or the span a source gives: at least one of the three, in this order. */
const estimateOf = (end: z.ZodMiniType<number>) =>
  unknown(z.strictObject({ low: unknown(end), best: unknown(end), high: unknown(end) }))

const tankers = estimateOf(countTo(10_000))
const people = estimateOf(countTo(100_000))
const litres = estimateOf(upTo(1e9))

const Queue = z.strictObject({
  kind: z.literal('queue'),
  product: unknown(Product),
  facility: unknown(FacilityStatus),
  availability: unknown(Availability),
  stations: unknown(
    z.strictObject({
      open: unknown(countTo(10_000)),
      known: unknown(countTo(10_000)),
      /** 0–1. */
      openShare: unknown(upTo(1)),
      mostlyOpen: unknown(z.boolean()),
    }),
  ),
  queueSeen: unknown(z.boolean()),
  vehicles: estimateOf(countTo(10_000)),
  metres: estimateOf(upTo(100_000)),
  waitHours: estimateOf(upTo(24 * 30)),
  daysDry: unknown(upTo(366)),
  hoursUntilSoldOut: unknown(upTo(24 * 30)),
  hoursOpenPerDay: unknown(upTo(24)),
  stockLitres: unknown(upTo(1e7)),
  stationsTriedInVain: unknown(countTo(1000)),
  rationLitres: unknown(upTo(100_000)),
})

const Price = z.strictObject({
  kind: z.literal('price'),
  product: unknown(Product),
  market: Market,
  /** Of the whole container. */
  amount: unknown(upTo(1e7)),
  currency: unknown(z.enum(['XOF', 'GNF', 'USD'])),
  container: unknown(z.strictObject({ size: between(0.01, 1000), unit: z.enum(['litre', 'kg']) })),
  multipleOfOfficial: unknown(upTo(1000)),
})

const Convoy = z.strictObject({
  kind: z.literal('convoy'),
  product: unknown(Product),
  /** A name its reporters share; never that of a carrier or a person. */
  convoy: unknown(text(80)),
  stage: unknown(ConvoyStage),
  escorted: unknown(z.boolean()),
  convoys: unknown(countTo(1000)),
  size: tankers,
  tankersDeparted: tankers,
  tankersArrived: tankers,
  tankersLost: tankers,
  tankersTurnedBack: tankers,
  litres,
})

const Incident = z.strictObject({
  kind: z.literal('incident'),
  type: IncidentType,
  events: unknown(countTo(1000)),
  tankersDestroyed: tankers,
  tankersCaptured: tankers,
  vehiclesSeized: tankers,
  cansSeized: people,
  peopleKilled: people,
  soldiersKilled: people,
  attackersKilled: people,
  peopleInjured: people,
  peopleAbducted: people,
})

const Bulletin = z.strictObject({
  kind: z.literal('bulletin'),
  product: unknown(Product),
  metric: BulletinMetric,
  value: estimateOf(upTo(1e12)),
  unit: unknown(text(40)),
})

/** Where it may be: Mali and the ways to it, from Dakar's coast and the Gulf of Guinea to the Sahara. */
export const REGION = { south: 4, north: 26, west: -18.5, east: 6 }

/** One report as somebody hands it in. What is left out is unknown; coordinates go together, with how exact they are. */
export const HandedIn = z.strictObject({
  /** UUID v4 that its sender chose: handed in again, it is a correction of the same report, or changes nothing. */
  id: z.uuidv4(),
  observedAt: Instant,
  observedUntil: unknown(Instant),
  precision: Precision,
  /** When its source told the world. Left out: when it first reached us. */
  publishedAt: unknown(Instant),
  position: unknown(
    z.strictObject({
      /** Of the gazetteer. */
      place: unknown(text(80)),
      lat: unknown(between(REGION.south, REGION.north)),
      lon: unknown(between(REGION.west, REGION.east)),
      precisionMetres: unknown(between(1, 500_000)),
    }),
  ),
  corridor: unknown(
    z.strictObject({ axis: Axis, corridor: unknown(text(80)), leg: unknown(text(80)) }),
  ),
  /** Whoever may read the report reads its source: an organisation or a made-up name, never a person in danger. */
  source: z.strictObject({
    name: text(120),
    kind: Source.shape.kind,
    url: unknown(z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))),
    publishedOn: unknown(Day),
  }),
  /** F, not yet judged, unless said; A and B are for analysts to give. */
  reliability: z.prefault(Reliability, 'F'),
  /** 6, not yet judged, unless said; 1 and 2 are for analysts to give, since the better judged report is the better figure. */
  credibility: z.prefault(Credibility, 6),
  /** `published` only by analysts, with the source's address; `confidential` is read by analysts alone. */
  sensitivity: z.prefault(z.enum(['published', 'restricted', 'confidential']), 'restricted'),
  /** What it speaks of, where other reports speak of the same; its role is never `forward`. */
  event: unknown(
    z.strictObject({ id: z.string().check(z.regex(/^[\w:.-]{1,80}$/)), role: EventRole }),
  ),
  /** Short, in one's own words; no names of people or carriers, no number plates, no telephone numbers. */
  note: unknown(text(500)),
  body: z.discriminatedUnion('kind', [Queue, Price, Convoy, Incident, Bulletin]),
})
export type HandedIn = z.infer<typeof HandedIn>

export const MOST_HANDED_IN = 100

/** Reports handed in together: all of them are kept, or none. */
export const Handing = z.strictObject({
  reports: z.array(HandedIn).check(z.minLength(1), z.maxLength(MOST_HANDED_IN)),
})

/** What became of each report, in the order they came. */
export const HandedInAnswer = z.object({
  receipts: z.array(
    z.object({
      /** As it was handed in. */
      id: z.string(),
      /** Under which it is read here: each sender has ids of their own, so that nobody writes over another’s report. */
      report: z.string(),
      /** `purged`: it was taken out for somebody's safety, and was not taken in again. */
      outcome: z.enum(['added', 'revised', 'unchanged', 'purged']),
      /** 1 for the first; 0 where nothing was kept. */
      revision: z.number(),
    }),
  ),
})
export type HandedInAnswer = z.infer<typeof HandedInAnswer>
