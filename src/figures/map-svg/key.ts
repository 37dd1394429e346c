import { CorridorStatus } from '#domain/corridor-status.ts'
import { stretchesOf } from '#figures/map/stretches.ts'
import { AREA_FROM_METRES } from '#figures/map/spot.ts'
import type { MapFigure } from '#figures/map-figure.ts'
import { keys } from '#figures/svg/legend.ts'
import type { Key } from '#figures/svg/legend.ts'
import type { Block, Sheet } from '#figures/svg/sheet.ts'
import { el } from '#figures/svg/xml.ts'
import { roadSample } from './roads.ts'
import { convoySign, convoyRoom, incidentSign } from './signs.ts'

const LONG = 28

/** What is on this map and what it means: no more. */
export function mapKey(sheet: Sheet, { roads, incidents, convoys }: MapFigure): Block {
  const { say } = sheet.scene
  const stretches = stretchesOf(roads.states, roads.corridors, roads.legs)
  const road = (status: CorridorStatus, lastKnown: CorridorStatus | null, width: number) => ({
    width: LONG,
    sign: (x: number, y: number) =>
      roadSample(sheet, { status, lastKnown, width }, { x, y, long: LONG }),
  })
  const isThere = (status: CorridorStatus) => stretches.some((stretch) => stretch.status === status)
  const past = stretches.find(({ lastKnown }) => lastKnown !== null)?.lastKnown ?? null
  const byHand = stretches.find((stretch) => stretch.byHand)
  const all: (Key | false)[] = [
    ...CorridorStatus.options
      .filter(isThere)
      .map((status): Key => ({ ...road(status, null, 3), words: say(`status.${status}`) })),
    past !== null && { ...road('unknown', past, 3), words: say('embed.map.last-known') },
    byHand !== undefined && {
      ...road(byHand.status, byHand.lastKnown, 1.9),
      words: say('embed.map.by-hand'),
    },
    incidents.length > 0 && {
      width: 20,
      words: say('embed.map.incident'),
      sign: (x, y) =>
        incidentSign(sheet, x + 10, y, { size: 20, tankers: 9, age: 'recent', claim: false }),
    },
    incidents.some(({ happening }) => happening.claim) && {
      width: 14,
      words: say('embed.map.claim'),
      sign: (x, y) =>
        incidentSign(sheet, x + 7, y, { size: 13, tankers: null, age: 'recent', claim: true }),
    },
    incidents.some(({ spot }) => spot.radiusMetres >= AREA_FROM_METRES) && {
      width: 14,
      words: say('embed.map.area'),
      sign: (x, y) =>
        el('circle', {
          cx: x + 7,
          cy: y,
          r: 6.5,
          fill: sheet.colour('--status-cut'),
          'fill-opacity': 0.14,
          stroke: sheet.colour('--status-cut'),
          'stroke-opacity': 0.6,
          'stroke-dasharray': '2 3',
        }),
    },
    convoys.length > 0 && {
      width: convoyRoom(sheet, null).width,
      words: say('embed.map.convoy'),
      sign: (x, y) =>
        convoySign(sheet, x, y - convoyRoom(sheet, null).height / 2, {
          tankers: null,
          claim: false,
        }),
    },
  ]
  return keys(
    sheet,
    all.filter((key) => key !== false),
  )
}
