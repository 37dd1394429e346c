import type { Chart } from '#contract/embed.ts'
import type { ChartJson } from '#contract/embed-answers.ts'
import { seriesOf } from '#domain/series-of.ts'
import type { Metric } from '#domain/series.ts'
import type { Marks } from '#embed/marks.ts'
import type { Readings } from '#embed/readings.ts'
import { altText } from '#figures/alt-text.ts'
import { citedFigure } from '#figures/citation.ts'
import type { Cited } from '#figures/citation.ts'
import { creditOf } from '#figures/credit-of.ts'
import type { CreditLine } from '#figures/credit-of.ts'
import { figureOf } from '#figures/figure-of.ts'
import type { Note, Scene } from '#figures/figure.ts'
import type { SvgOptions } from '#figures/svg/sheet.ts'
import { toSvg } from '#figures/to-svg.ts'
import { toTable } from '#figures/to-table.ts'
import type { FigureTable } from '#figures/to-table.ts'
import { nameOf } from '#i18n/place-name.ts'
import type { Lang } from '#i18n/words.ts'
import type { Api } from '#server/api.ts'
import type { csvOf } from '#server/csv.ts'
import { figureWords } from '#server/figure-words.ts'
import type { Held } from '#server/reading.ts'
import { seriesCsv } from '#server/series-csv.ts'
import { serverWords } from '#server/words.ts'
import { readingsOf } from './readings.ts'

/** A chart of a view in a language, ready to be drawn, tabled and told. */
export type ReadyChart = {
  chart: Chart
  title: string
  subtitle: string
  /** For who cannot see it. */
  alt: string
  credit: readonly CreditLine[]
  /** The key to the numbers in the drawing. */
  notes: readonly Note[]
  /** What must be said wherever it goes, such as that its data are simulated; null for real ones. */
  mark: string | null
  svg: (options: Omit<SvgOptions, 'scene'>) => string
  /** Its first column is called `rows`. */
  table: FigureTable
  rows: string
  /** What the script reads out. */
  readings: Readings | Marks
  csv: (options: Parameters<typeof csvOf>[2]) => string
  json: () => ChartJson
}

/** The scene of a frame: its window, and words and names in its language. */
export function sceneOf(
  held: Held,
  lang: Lang,
  { atlas, dataMode }: Pick<Api, 'atlas' | 'dataMode'>,
): Scene {
  const say = figureWords(lang)
  return {
    window: { from: held.window.from, to: held.window.to },
    say,
    lang,
    mark: dataMode === 'demo' ? serverWords(lang)('frame.demo') : null,
    placeName: (id) => {
      const place = atlas.places.get(id)
      return place ? nameOf(place, lang) : id
    },
  }
}

/** A figure over time. */
export function figureChart(
  metric: Metric,
  held: Held,
  lang: Lang,
  { atlas, dataMode }: Pick<Api, 'atlas' | 'dataMode'>,
): ReadyChart {
  const { reports, window, filter } = held
  const say = serverWords(lang)
  const series = seriesOf(metric, reports, window, filter, atlas)
  const scene = sceneOf(held, lang, { atlas, dataMode })
  const figure = figureOf(series, scene, window.at)
  const { title, subtitle } = figure
  const alt = altText([figure], scene)
  const credit = creditOf([figure], scene, [])
  return {
    chart: metric,
    title,
    subtitle,
    alt,
    credit,
    notes: figure.notes,
    mark: figure.mark,
    svg: (options) => toSvg([figure], { ...options, scene }),
    table: toTable(figure, scene),
    rows: say('frame.table.period'),
    readings: readingsOf(figure, scene, say('frame.silent')),
    csv: (options) => seriesCsv([series], dataMode, options),
    json: () => ({
      chart: metric,
      window,
      data_mode: dataMode,
      title,
      subtitle,
      credit: credit.map(sentence),
      alt,
      cited: citedJson(citedFigure([figure])),
      series,
      corridors: null,
    }),
  }
}

/** A line of the credit as plain text. */
export function sentence({ lead, text }: CreditLine): string {
  return lead === null ? text : `${lead} ${text}`
}

/** What a citation of the chart names, as JSON. */
export function citedJson({ sourceNames, sources, asOf }: Cited): ChartJson['cited'] {
  return { source_names: [...sourceNames], sources, as_of: asOf }
}
