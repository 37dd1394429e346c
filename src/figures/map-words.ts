import type { CorridorState, CorridorStatus } from '#domain/corridor-status.ts'
import type { Happening } from '#domain/happening.ts'
import type { Day } from '#domain/time.ts'
import { longDay, number } from '#i18n/format.ts'
import type { CreditLine } from './credit-of.ts'
import type { Scene } from './figure.ts'
import { withoutSpot } from './map/clusters.ts'
import { arrivedLately, begunBy, tankersArrived, tankersLost } from './map/happening-look.ts'
import type { MapData, MapFigure } from './map-figure.ts'

const WORST_FIRST: readonly CorridorStatus[] = [
  'cut',
  'contested',
  'restricted',
  'escort',
  'open',
  'unknown',
]

/** "Fuel roads into Mali on 12 March 2026: Senegal contested, Guinea and Niger unknown" */
export function mapTitle(states: readonly CorridorState[], at: Day, { say, lang }: Scene): string {
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
export function mapSources(happenings: readonly Happening[]): string[] {
  const counts = new Map<string, number>()
  for (const { witnesses } of happenings)
    for (const { source } of witnesses) counts.set(source, (counts.get(source) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .map(([name]) => name)
}

const NAMED = 4

/** What is on the map and what is not, who says so, and whose roads and borders they are. */
export function mapCredit(
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
export function mapAlt(
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
