import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState, CorridorStatus } from '#domain/corridor-status.ts'
import type { Happening } from '#domain/happening.ts'
import type { Day } from '#domain/time.ts'
import { longDay, number, shortDay, UNKNOWN } from '#i18n/format.ts'
import { reasonWords } from '#i18n/reason-words.ts'
import type { Cited } from './citation.ts'
import type { CreditLine } from './credit-of.ts'
import type { Scene } from './figure.ts'
import { inRows, withoutSpot } from './map/clusters.ts'
import type { Placed } from './map/clusters.ts'
import { arrivedLately, begunBy, tankersArrived, tankersLost } from './map/happening-look.ts'
import type { Places } from './map/spot.ts'
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
  const sources = namesOf([...incidents, ...convoys])
  const title = titleOf(states, at, scene)
  const credit = creditOf(data, [...incidents, ...convoys], sources, scene)
  // Rows are laid out when the map is drawn: how wide a sign is depends on it.
  const placed = (all: readonly Happening[]) => inRows(all, places, () => 0)
  return {
    title,
    subtitle: scene.say('embed.map.subtitle'),
    credit,
    alt: altOf({ title, mark }, states, [incidents, convoys], scene),
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

const WORST_FIRST: readonly CorridorStatus[] = [
  'cut',
  'contested',
  'restricted',
  'escort',
  'open',
  'unknown',
]

/** "Fuel roads into Mali on 12 March 2026: Senegal contested, Guinea and Niger unknown" */
function titleOf(states: readonly CorridorState[], at: Day, { say, lang }: Scene): string {
  const list = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type: 'conjunction' })
  const told = WORST_FIRST.flatMap((status) => {
    const axes = states.filter((state) => state.status === status)
    if (axes.length === 0) return []
    const names = list.format(axes.map(({ axis }) => say(`axis.${axis}`)))
    return [say('embed.map.state', { status, axes: names })]
  })
  const day = longDay(at, lang)
  return told.length === 0
    ? say('embed.map.none', { day })
    : say('embed.map.title', { day, states: told.join(', ') })
}

/** Names of the sources, the most used first. */
function namesOf(happenings: readonly Happening[]): string[] {
  const counts = new Map<string, number>()
  for (const { witnesses } of happenings)
    for (const { source } of witnesses) counts.set(source, (counts.get(source) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .map(([name]) => name)
}

const NAMED = 4

function creditOf(
  { states, places, incidents, convoys, at }: MapData,
  shown: readonly Happening[],
  sources: readonly string[],
  { say }: Scene,
): CreditLine[] {
  const reports = new Set([
    ...shown.flatMap((happening) => happening.reports),
    ...states.flatMap(({ reasons }) => reasons.flatMap(({ report }) => report ?? [])),
  ])
  const names = sources.slice(0, NAMED).join(' · ')
  const unplaced = withoutSpot(shown, places).length
  const behind = say('embed.map.behind', {
    incidents: begunBy(incidents, at).length - withoutSpot(begunBy(incidents, at), places).length,
    convoys:
      arrivedLately(convoys, at).length - withoutSpot(arrivedLately(convoys, at), places).length,
    unplaced,
  })
  const sourced = say('embed.map.sources', {
    n: reports.size,
    names:
      names === '' ? 'none' : sources.length > NAMED ? say('charts.credit.more', { names }) : names,
  })
  return [
    { lead: null, text: `${behind} ${sourced}` },
    { lead: null, text: say('embed.map.credit') },
  ]
}

/** Title, what the unknown ways in were before, the heaviest toll and the latest convoy. */
function altOf(
  { title, mark }: Pick<MapFigure, 'title' | 'mark'>,
  states: readonly CorridorState[],
  [incidents, convoys]: readonly [readonly Happening[], readonly Happening[]],
  scene: Scene,
): string {
  const { say, lang, placeName } = scene
  const where = ({ position, corridor }: Happening) =>
    position?.place
      ? placeName(position.place)
      : corridor
        ? say(`axis.${corridor.axis}`)
        : say('map.where-unknown')
  const worst = incidents
    .filter((each) => !each.claim && tankersLost(each) !== null)
    .toSorted((a, b) => (tankersLost(b) ?? 0) - (tankersLost(a) ?? 0))[0]
  const latest = convoys.toSorted((a, b) => b.period.to.localeCompare(a.period.to))[0]
  const told = (each: Happening, n: number | null) => ({
    n: n ?? 0,
    value: n === null ? 'none' : number(n, lang, 0),
    where: where(each),
    day: longDay(each.period.from, lang),
  })
  const past = states.flatMap(({ axis, lastKnown }) =>
    lastKnown === null || states.find((state) => state.axis === axis)?.status !== 'unknown'
      ? []
      : say('embed.map.alt.past', {
          axis: say(`axis.${axis}`),
          status: say(`status.${lastKnown.status}`),
          day: longDay(lastKnown.day, lang),
        }),
  )
  return [
    mark?.concat('.'),
    say('embed.alt.kind', { kind: 'map', title }),
    ...past,
    say('embed.map.alt.incidents', { n: incidents.length }),
    worst && say('embed.map.alt.worst', told(worst, tankersLost(worst))),
    latest && say('embed.map.alt.convoy', told(latest, tankersArrived(latest))),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Reasons that a cell can hold. */
const REASONS = 3

/** The same states as a table: a row a way in. Its first column is the way in. */
export function mapTable({ roads: { states } }: MapFigure, { say, lang }: Scene): FigureTable {
  const heads = ['state', 'last', 'why'] as const
  return {
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
