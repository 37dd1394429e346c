import * as z from 'zod/mini'
import { DATA_MODES } from '#domain/data-mode.ts'
import { Series } from '#domain/series.ts'
import { Window } from '#domain/situation.ts'
import { Instant } from '#domain/time.ts'
import { CorridorsAnswer } from './answers.ts'
import { Chart } from './embed.ts'

/** A chart's numbers, with all that its frame says about them in the language asked for. */
export const ChartJson = z.object({
  chart: Chart,
  window: Window,
  data_mode: z.enum(DATA_MODES),
  title: z.string(),
  subtitle: z.string(),
  /** Sources, dates, what is missing and what to mind, as sentences. */
  credit: z.array(z.string()),
  /** Says the chart to who cannot see it. */
  alt: z.string(),
  /** What a citation names: sources, the most used first, how many there are in all, and the newest publication. */
  cited: z.object({
    source_names: z.array(z.string()),
    sources: z.number(),
    as_of: z.nullable(Instant),
  }),
  /** One of the two, by the kind of the chart. */
  series: z.nullable(Series),
  corridors: z.nullable(CorridorsAnswer),
})
export type ChartJson = z.infer<typeof ChartJson>
