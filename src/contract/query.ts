import * as z from 'zod/mini'
import { REPORT_KINDS } from '#domain/report.ts'
import { View } from '#domain/view.ts'
import { EMBED_THEMES, HEIGHTS, Last, WIDTHS } from './embed.ts'

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

const whole = ({ min, max }: { min: number; max: number }) =>
  z.optional(z.coerce.number().check(z.int(), z.gte(min), z.lte(max)))

/** A chart's question: a View, or the last part of the record. */
const ChartQuery = z.strictObject({ ...View.shape, last: z.optional(Last) })

/** What pym's script on the host's page adds to the address. Nothing here is read but by our own script in the frame. */
const FromPym = {
  initialWidth: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
  childId: z.optional(z.string().check(z.regex(/^[\w.-]{1,100}$/))),
  /** The title of a newsroom's page may hold anything. */
  parentTitle: z.optional(z.string()),
  parentUrl: z.optional(z.string().check(z.regex(/^(https?:\/\/|about:)[^\s<>"'`]{0,4000}$/))),
}

export const EmbedQuery = z.strictObject({
  ...ChartQuery.shape,
  theme: z.optional(z.enum(EMBED_THEMES)),
  height: whole(HEIGHTS),
  ...FromPym,
})

export const SvgQuery = z.strictObject({
  ...ChartQuery.shape,
  theme: z.optional(z.enum(['light', 'dark'])),
  width: whole(WIDTHS),
  height: whole(HEIGHTS),
})

export const PngQuery = z.strictObject({ ...SvgQuery.shape, scale: z.optional(z.enum(['1', '2'])) })

export const ChartCsvQuery = z.strictObject({ ...ChartQuery.shape, raw: Switch, bom: Switch })

export { ChartQuery as ChartJsonQuery }

/** oEmbed 1.0. Arguments that it does not know are ignored, as its text asks. */
export const OEmbedQuery = z.strictObject({
  url: z.string(),
  maxwidth: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000))),
  maxheight: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000))),
  format: z.optional(z.string()),
  lang: View.shape.lang,
})

/** For answers that do not depend on a View: only the language of a refusal can be chosen. */
export const LanguageQuery = z.strictObject({ lang: View.shape.lang })
