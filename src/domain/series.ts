import * as z from 'zod/mini'
import { BulletinMetric } from './bulletin.ts'
import { Day, Instant } from './time.ts'

/** The questions that have an answer over time. */
export const Metric = z.enum(['wait', 'prices', 'arrivals', 'losses', 'litres', 'stations'])
export type Metric = z.infer<typeof Metric>
export const METRICS = [
  'wait',
  'prices',
  'arrivals',
  'losses',
  'litres',
  'stations',
] as const satisfies Metric[]

/** Unit of a value: hours, XOF per litre, tankers, litres, share 0–1, ratio (1 = equal), days, stations, attacks. */
export const Unit = z.enum([
  'hours',
  'xof-per-litre',
  'tankers',
  'litres',
  'share',
  'ratio',
  'days',
  'stations',
  'attacks',
])
export type Unit = z.infer<typeof Unit>

/**
 * How a point's figure came about:
 * - `whole-week`: an authority's count for the whole ISO week;  `partial-week`: for some of its days
 * - `summed`: the convoys that were reported, added; there may have been others
 * - `reported`: as sources gave it;  `derived`: computed by us from tankers
 * - `carried`: an official price in force, last confirmed earlier
 */
export const Basis = z.enum([
  'whole-week',
  'partial-week',
  'summed',
  'reported',
  'derived',
  'carried',
])
export type Basis = z.infer<typeof Basis>

/** One bucket of one line. All three figures `null`: nobody reported, which is drawn as a gap. */
export const Point = z.object({
  from: Day,
  to: Day,
  low: z.nullable(z.number()),
  best: z.nullable(z.number()),
  high: z.nullable(z.number()),
  /** Last day its reports name, so that a reader can tell whether it was said by `at`; null for a gap. */
  lastDay: z.nullable(Day),
  /** Reports behind the figure, and how many sources (wire stories counted once) they come from; null if withheld. */
  n: z.nullable(z.number()),
  sources: z.nullable(z.number()),
  basis: z.nullable(Basis),
  /** For `stations`: how many stations the figure speaks of, and how many there are, where known. */
  reporting: z.nullable(z.number()),
  known: z.nullable(z.number()),
  /** Where it was asked, for street prices: one line holds those of many places. */
  place: z.optional(z.string()),
  /** Ids of the reports behind the figure, so that it can be traced; at most 8, the best judged first. */
  reports: z.array(z.string()),
  /** True where fewer than three reports speak of it and not all are published: neither a gap nor a zero. */
  withheld: z.optional(z.literal(true)),
})
export type Point = z.infer<typeof Point>

/**
 * One line of a series. Its key says what: an axis, `unstated`, or `all` for their sum (arrivals, losses); a
 * place id or `all` (wait); a place id or `quoted` (stations); `official-petrol`, `parallel-diesel`,
 * `premium-petrol` … and `parallel-all`, `premium-all` where no product was named (prices); `received`,
 * `customs`, `cover` (litres).
 */
export const Line = z.object({ key: z.string(), unit: Unit, points: z.array(Point) })
export type Line = z.infer<typeof Line>

/** A published level to compare with: the daily need, the traffic before the blockade. */
export const Reference = z.object({
  id: z.string(),
  value: z.number(),
  unit: Unit,
  source: z.string(),
  url: z.nullable(z.string()),
})
export type Reference = z.infer<typeof Reference>

/** A decision or an event that explains a bend in a line. */
export const Annotation = z.object({
  day: Day,
  metric: BulletinMetric,
  value: z.nullable(z.number()),
  unit: z.nullable(z.string()),
  place: z.nullable(z.string()),
  report: z.string(),
})
export type Annotation = z.infer<typeof Annotation>

/** Why a figure cannot be computed, by the input that is missing. */
export const Missing = z.enum([
  'no-reports',
  'stock',
  'station-census',
  'agreed-daily-need',
  'official-price',
  'arrivals',
  'wait-times',
  'parallel-price',
  'tanker-counts',
  'withheld',
])
export type Missing = z.infer<typeof Missing>

/** What a reader must know before quoting a figure. Each has a sentence in both languages. */
export const Caveat = z.enum([
  'partial-week',
  'summed-convoys',
  'derived-litres',
  'need-disputed',
  'few-reports',
  'one-source',
  'sources-disagree',
  'claims-left-out',
  'old',
  'majority-only',
  'officials-report-arrivals',
  'corridor-unstated',
  'price-carried',
  'denominator-unstated',
  'customs-monthly',
  'published-assumed',
  'unknown-toll',
  'prices-of-one-town',
  'middle-half',
  'withheld',
  'route-withheld',
])
export type Caveat = z.infer<typeof Caveat>

/** A metric over the window: lines of at most about 400 points, with what a frame must say about them. */
export const Series = z.object({
  metric: Metric,
  lines: z.array(Line),
  references: z.array(Reference),
  annotations: z.array(Annotation),
  /** Reports and sources behind the whole series. */
  n: z.number(),
  sources: z.number(),
  /** Names of the sources, the most used first; at most 6. */
  sourceNames: z.array(z.string()),
  /** Publication of the newest report in it; null when empty. */
  asOf: z.nullable(Instant),
  caveats: z.array(Caveat),
  missing: z.array(Missing),
})
export type Series = z.infer<typeof Series>
