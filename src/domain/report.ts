import * as z from 'zod/mini'
import { Credibility, Reliability } from './admiralty.ts'
import { BulletinBody } from './bulletin.ts'
import { ConvoyBody } from './convoy-report.ts'
import { CorridorRef } from './corridor.ts'
import { EventRef } from './event.ts'
import { IncidentBody } from './incident-report.ts'
import { Position, Precision } from './position.ts'
import { PriceBody } from './price-report.ts'
import { QueueBody } from './queue-report.ts'
import { Source } from './source.ts'
import { dayOf, Instant, isoWeekOf, monthOf, onlyDay } from './time.ts'
import type { Period } from './time.ts'

export const ReportBody = z.discriminatedUnion('kind', [
  QueueBody,
  PriceBody,
  ConvoyBody,
  IncidentBody,
  BulletinBody,
])
export type ReportBody = z.infer<typeof ReportBody>
export type ReportKind = ReportBody['kind']
export const REPORT_KINDS = [
  'queue',
  'price',
  'convoy',
  'incident',
  'bulletin',
] as const satisfies ReportKind[]

/** One statement by one source, as some reader may see it. Never edited: a correction is a new revision. */
export const Report = z.object({
  /** UUID v4 from clients, v5 of the row's id for imports; never v7, which tells the millisecond. */
  id: z.string(),
  /** 1 for the first. */
  revision: z.number(),
  /** When it was true, and how finely that is known. */
  observedAt: Instant,
  /** End of the interval, where the source gives one. */
  observedUntil: z.nullable(Instant),
  precision: Precision,
  /** When its source told the world; for a field report, when it reached us. */
  publishedAt: Instant,
  /** True where the source shows no date: then the day after it happened is taken. */
  publishedAssumed: z.boolean(),
  /** When this deployment recorded this revision. */
  receivedAt: Instant,
  position: z.nullable(Position),
  corridor: z.nullable(CorridorRef),
  source: Source,
  reliability: Reliability,
  credibility: Credibility,
  review: z.enum(['unreviewed', 'confirmed', 'disputed', 'retracted']),
  sensitivity: z.enum(['published', 'restricted', 'confidential']),
  event: z.nullable(EventRef),
  /** Short, in our own words; null when there is none or the reader may not see it. */
  note: z.nullable(z.string()),
  body: ReportBody,
  /**
   * True where this reader may be told a figure of it only together with others': fewer than three such reports make
   * no figure. Absent where the report may stand alone.
   */
  inCompany: z.optional(z.literal(true)),
})
export type Report = z.infer<typeof Report>

/** A report whose body is known to be of one kind. */
export type ReportOf<Kind extends ReportKind> = Report & {
  body: Extract<ReportBody, { kind: Kind }>
}

/**
 * The days a report speaks of, both included. A date known only to the week or month stands for all of it:
 * a point would claim a day that nobody gave.
 */
export function observedPeriod(
  report: Pick<Report, 'observedAt' | 'observedUntil' | 'precision'>,
): Period {
  const from = dayOf(report.observedAt)
  if (report.observedUntil !== null) return { from, to: dayOf(report.observedUntil) }
  if (report.precision === 'week') return isoWeekOf(from)
  if (report.precision === 'month') return monthOf(from)
  return onlyDay(from)
}
