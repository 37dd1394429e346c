import * as z from 'zod/mini'
import { REPORT_KINDS } from '#domain/report.ts'
import { View } from '#domain/view.ts'

/** The question every read takes. Strict: a misspelt parameter must not silently answer another question. */
export const ViewQuery = z.strictObject(View.shape)

const Switch = z.optional(z.enum(['0', '1']))

/** What a download adds: `raw` leaves out the guard against formulas, `bom` puts a byte order mark in front. */
export const CsvQuery = z.strictObject({ ...View.shape, raw: Switch, bom: Switch })

/** One kind of report only; absent means all kinds. */
const Kind = z.optional(z.enum(REPORT_KINDS))

export const USUAL_PAGE = 50

export const ReportsQuery = z.strictObject({
  ...View.shape,
  kind: Kind,
  /** Reports on a page; absent means `USUAL_PAGE`. */
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
  /** What the page before gave as `next`. */
  cursor: z.optional(z.string()),
  /** These reports and no others, wherever they lie: what a figure rests on, in one request. Up to 50, with commas. */
  ids: z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/))),
})

export const ReportsCsvQuery = z.strictObject({ ...CsvQuery.shape, kind: Kind })

export const ReportsGeoJsonQuery = z.strictObject({ ...View.shape, kind: Kind })

/** For answers that do not depend on a View: only the language of a refusal can be chosen. */
export const LanguageQuery = z.strictObject({ lang: View.shape.lang })
