import * as z from 'zod/mini'
import { DATA_MODES } from '#domain/data-mode.ts'
import { Happening } from '#domain/happening.ts'
import { Report } from '#domain/report.ts'
import { Window } from '#domain/situation.ts'

/**
 * Answers that hold whole reports, in a file of their own: the page's first script asks for figures, and need not bring
 * along what a report may say.
 */
export const ReportsAnswer = z.object({
  window: Window,
  reports: z.array(Report),
  /** Reports that fit the question, before paging. */
  total: z.number(),
  /** Send back as `cursor` for the next page; null on the last. */
  next: z.nullable(z.string()),
})
export type ReportsAnswer = z.infer<typeof ReportsAnswer>

/** For a map program: the columns of the CSV's envelope, then `wait_hours`, `wait_hours_low` … for each quantity. */
export const ReportsGeoJson = z.object({
  type: z.literal('FeatureCollection'),
  data_mode: z.enum(DATA_MODES),
  window: Window,
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.nullable(
        z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
      ),
      properties: z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
    }),
  ),
})
export type ReportsGeoJson = z.infer<typeof ReportsGeoJson>

/** A report with its revisions (newest first) and the happening it belongs to. */
export const ReportAnswer = z.object({
  report: Report,
  revisions: z.array(Report),
  happening: z.nullable(Happening),
  /** The other reports of the happening. */
  related: z.array(Report),
})
export type ReportAnswer = z.infer<typeof ReportAnswer>
