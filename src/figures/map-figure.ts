import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Happening } from '#domain/happening.ts'
import type { Day } from '#domain/time.ts'
import { shortDay, UNKNOWN } from '#i18n/format.ts'
import { reasonWords } from '#i18n/reason-words.ts'
import type { Cited } from './citation.ts'
import type { CreditLine } from './credit-of.ts'
import type { Scene } from './figure.ts'
import { inRows } from './map/clusters.ts'
import type { Placed } from './map/clusters.ts'
import { arrivedLately, begunBy } from './map/happening-look.ts'
import type { Places } from './map/spot.ts'
import { mapAlt, mapCredit, mapSources, mapTitle } from './map-words.ts'
import type { Roads } from './map-svg/roads.ts'
import type { FigureTable } from './to-table.ts'

/** The answers that the map on the screen is drawn from. Happenings are those of the whole window. */
export type MapData = {
  states: readonly CorridorState[]
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  places: Places
  incidents: readonly Happening[]
  convoys: readonly Happening[]
  /** The moment shown. */
  at: Day
  /** What must be said wherever it goes; null for real data. */
  mark: string | null
}

/** The corridor map with all that must be read with it: whatever draws it has its date and its sources. */
export type MapFigure = {
  title: string
  subtitle: string
  credit: readonly CreditLine[]
  /** For those who do not see it. */
  alt: string
  mark: string | null
  at: Day
  roads: Roads
  places: Places
  incidents: readonly Placed[]
  convoys: readonly Placed[]
  cited: Cited
}

/** The map of a moment: nothing of a later day is on it. */
export function mapFigureOf(data: MapData, scene: Scene): MapFigure {
  const { states, corridors, legs, places, at, mark } = data
  const [incidents, convoys] = [begunBy(data.incidents, at), arrivedLately(data.convoys, at)]
  const sources = mapSources([...incidents, ...convoys])
  const title = mapTitle(states, at, scene)
  const credit = mapCredit(data, [...incidents, ...convoys], sources, scene)
  // Rows are laid out when the map is drawn: how wide a sign is depends on it.
  const placed = (all: readonly Happening[]) => inRows(all, places, () => 0)
  return {
    title,
    subtitle: scene.say('embed.map.subtitle'),
    credit,
    alt: mapAlt({ title, mark }, states, [incidents, convoys], scene),
    mark,
    at,
    roads: { states, corridors, legs },
    places,
    incidents: placed(incidents),
    convoys: placed(convoys),
    cited: {
      kind: 'map',
      title,
      mark,
      window: scene.window,
      sourceNames: sources,
      sources: sources.length,
      asOf: null,
    },
  }
}

/** Reasons that a cell can hold. */
const REASONS = 3

/** The same states as a table: a row a way in. Its first column is the way in. */
export function mapTable(
  { roads: { states }, mark }: MapFigure,
  { say, lang }: Scene,
): FigureTable {
  const heads = ['state', 'last', 'why'] as const
  return {
    mark,
    head: heads.map((head) => ({ text: say(`embed.map.table.${head}`), note: '' })),
    rows: states.map(({ axis, status, lastKnown, lastReported, reasons }) => ({
      period: say(`axis.${axis}`),
      cells: [
        {
          text: say(`status.${status}`),
          note:
            status === 'unknown' && lastKnown !== null
              ? say('corridor.last-known', {
                  status: say(`status.${lastKnown.status}`),
                  day: shortDay(lastKnown.day, lang, true),
                })
              : '',
        },
        { text: lastReported === null ? UNKNOWN : shortDay(lastReported, lang, true), note: '' },
        {
          text: reasons
            .slice(0, REASONS)
            .map((reason) => reasonWords(reason, lang, say))
            .join('\u202f; '),
          note: '',
        },
      ],
    })),
  }
}
