import type { CorridorsAnswer } from '#contract/answers.ts'
import type { Happening } from '#domain/happening.ts'
import { happeningsOf } from '#domain/happenings.ts'
import type { Marks } from '#embed/marks.ts'
import type { Scene } from '#figures/figure.ts'
import { arrivedLately, begunBy } from '#figures/map/happening-look.ts'
import { accountText, titleOf } from '#figures/map/facts-words.ts'
import { tollText } from '#figures/map/toll-words.ts'
import { mapFigureOf, mapTable } from '#figures/map-figure.ts'
import type { MapData } from '#figures/map-figure.ts'
import type { BaseMap } from '#figures/map-svg/plan.ts'
import { mapSvg } from '#figures/map-svg.ts'
import { period } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import type { Api } from '#server/api.ts'
import { corridorsOf } from '#server/corridors-of.ts'
import { csvOf } from '#server/csv.ts'
import type { Column } from '#server/csv.ts'
import { dataModeColumn } from '#server/data-mode-column.ts'
import type { Held } from '#server/reading.ts'
import { serverWords } from '#server/words.ts'
import { citedJson, sceneOf, sentence } from './chart.ts'
import type { ReadyChart } from './chart.ts'

type CorridorAnswer = CorridorsAnswer['corridors'][number]

/** The map of the corridors at the moment of the view. */
export function mapChart(
  held: Held,
  lang: Lang,
  { atlas, dataMode }: Pick<Api, 'atlas' | 'dataMode'>,
  base: BaseMap,
): ReadyChart {
  const { reports, window, filter } = held
  const scene = sceneOf(held, lang, { atlas, dataMode })
  const answer = corridorsOf(held, atlas)
  const states = [...new Set(answer.corridors.map(({ state }) => state))]
  const happenings = (kind: Happening['kind']) => happeningsOf(kind, reports, window, filter, atlas)
  const data: MapData = {
    states,
    corridors: answer.corridors.map(({ corridor }) => corridor),
    legs: new Map(answer.legs.map((leg) => [leg.id, leg])),
    places: atlas.places,
    incidents: happenings('incident'),
    convoys: happenings('convoy'),
    at: window.at,
    mark: dataMode === 'demo' ? serverWords(lang)('frame.demo') : null,
  }
  const figure = mapFigureOf(data, scene)
  const { title, subtitle, alt, credit, mark } = figure
  const table = mapTable(figure, scene)
  return {
    chart: 'corridors',
    title,
    subtitle,
    alt,
    credit,
    notes: [],
    mark,
    svg: (options) => mapSvg(figure, base, { ...options, scene }),
    table,
    rows: serverWords(lang)('frame.axis'),
    readings: marksOf(data, table, scene),
    csv: (options) => csvOf([...COLUMNS, dataModeColumn(dataMode)], answer.corridors, options),
    json: () => ({
      chart: 'corridors',
      window,
      data_mode: dataMode,
      title,
      subtitle,
      credit: credit.map(sentence),
      alt,
      cited: citedJson(figure.cited),
      series: null,
      corridors: answer,
    }),
  }
}

/** What is read out of the map: the ways in as the table has them, then each sign, the newest first. */
function marksOf(data: MapData, { rows }: ReadyChart['table'], { say, lang }: Scene): Marks {
  const { states, places, at } = data
  const newest = (a: Happening, b: Happening) => b.period.to.localeCompare(a.period.to)
  const facts = (happening: Happening): Marks['marks'][number] => [
    happening.id,
    titleOf(happening, places, lang, say),
    [
      period(happening.period, lang),
      happening.kind === 'incident'
        ? tollText(happening, lang, say)
        : happening.accounts.map((account) => accountText(account, lang, say)).join(' · '),
    ].join(' · '),
    say('map.sources', {
      n: happening.witnesses.length,
      list: happening.witnesses
        .map(({ source, code }) => say('map.source', { source, code }))
        .join(', '),
    }),
  ]
  return {
    marks: [
      ...states.map((state, index): Marks['marks'][number] => {
        const cells = rows[index]?.cells ?? []
        const lines = cells.flatMap(({ text, note }) => [text, note]).filter(Boolean)
        return [state.axis, rows[index]?.period ?? '', ...lines]
      }),
      ...begunBy(data.incidents, at).toSorted(newest).map(facts),
      ...arrivedLately(data.convoys, at).toSorted(newest).map(facts),
    ],
  }
}

const COLUMNS: Column<CorridorAnswer>[] = [
  { name: 'corridor', of: ({ corridor }) => corridor.id },
  { name: 'axis', of: ({ state }) => state.axis },
  { name: 'status', of: ({ state }) => state.status },
  { name: 'last_reported', of: ({ state }) => state.lastReported },
  { name: 'last_known_status', of: ({ state }) => state.lastKnown?.status ?? null },
  { name: 'last_known_day', of: ({ state }) => state.lastKnown?.day ?? null },
  { name: 'reasons', of: ({ state }) => state.reasons.map(({ code }) => code).join(' ') },
  {
    name: 'reports',
    of: ({ state }) => [...new Set(state.reasons.flatMap(({ report }) => report ?? []))].join(' '),
  },
]
