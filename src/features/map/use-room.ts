import { useMemo } from 'react'
import { useMap } from 'react-leaflet'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Site } from '#domain/site.ts'
import { number } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { letteringOf, shownAt, symbolBoxes } from './arrange.ts'
import { axisAnchor } from './axis-anchor.ts'
import { chipText } from './chip-text.ts'
import type { Placed } from './clusters.ts'
import type { Box, Name, Side } from './declutter.ts'
import { markSize, tankersArrived, tankersLost } from './happening-look.ts'
import { layOut, moved } from './lay-out.ts'
import { siteLook } from './site-look.ts'
import { spotOf } from './spot.ts'
import type { Places } from './spot.ts'
import { textWidth } from './text-width.ts'
import { useZoom } from './use-zoom.ts'

export type Given = {
  places: Places
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  states: readonly CorridorState[]
  sites: readonly Site[]
  convoys: readonly Placed[]
  incidents: readonly Placed[]
  lang: Lang
  say: Say
}

const NEWS_HEIGHT = 24
const BOLD = '600 12px'
const UP: readonly Side[] = ['above', 'above-right', 'above-left', 'right', 'left', 'below']
const DOWN: readonly Side[] = ['below', 'right', 'left', 'below-right', 'below-left', 'above']

/** Where everything lettered stands at the present zoom, so that nothing covers anything. */
export function useRoom(given: Given) {
  const map = useMap()
  const zoom = useZoom()
  const { places, corridors, legs, states, sites, convoys, incidents, lang, say } = given

  const chips = useMemo(
    () =>
      sites.flatMap((site) => {
        const spot = spotOf(site.position, places)
        return spot ? [{ site, spot, text: chipText(siteLook(site), lang, say) }] : []
      }),
    [sites, places, lang, say],
  )

  const { shown, letterings, room } = useMemo(() => {
    const project = ({ lat, lon }: { lat: number; lon: number }) => map.project([lat, lon], zoom)
    const around = (
      at: { lat: number; lon: number },
      width: number,
      height: number,
      left = 0,
    ): Box => moved({ left: left - width / 2, top: -height / 2, width, height }, project(at))
    const near = shownAt(zoom, places.values())
    const names = letteringOf(near, { zoom, lang, project, measure: textWidth })
    const isKnown = ({ site }: { site: Site }) => siteLook(site).shows !== 'unknown'
    const fixed = [
      ...states.flatMap((state) => {
        const anchor = state.corridors.length > 0 ? axisAnchor(state.axis, corridors, legs) : null
        return anchor ? [around(anchor, tagWidth(state, say), 38)] : []
      }),
      ...incidents.map(({ happening, spot, aside }) => {
        const size = markSize(tankersLost(happening))
        return around(spot, size, size, aside)
      }),
      ...chips.filter((chip) => !isKnown(chip)).map(({ spot }) => around(spot, 16, 16)),
    ]
    const arrivals = convoys.map(({ happening, spot }, rank): Name => {
      const tankers = tankersArrived(happening)
      const width =
        36 + (tankers === null ? 0 : textWidth(number(tankers, lang, 0), '700 12px') + 4)
      return {
        id: happening.id,
        ...xy(project(spot)),
        width,
        height: NEWS_HEIGHT,
        rank,
        reach: 8,
        sides: UP,
      }
    })
    const readings = chips.filter(isKnown).map(({ site, spot, text }): Name => {
      const width = 28 + (text ? textWidth(text, BOLD) + 5 : 0)
      const rank = places.get(site.place)?.rank ?? 3
      return {
        id: chipId(site),
        ...xy(project(spot)),
        width,
        height: NEWS_HEIGHT,
        rank,
        reach: 6,
        sides: DOWN,
      }
    })
    const symbols = symbolBoxes(near, project)
    const laid = layOut({ fixed, convoys: arrivals, chips: readings, names, symbols })
    return { shown: near, letterings: names, room: laid }
  }, [map, zoom, places, corridors, legs, states, chips, convoys, incidents, lang, say])

  return { chips, shown, letterings, room }
}

/** Under this name a site's chip gets its room. */
export function chipId({ place }: Pick<Site, 'place'>): string {
  return `site ${place}`
}

function xy({ x, y }: { x: number; y: number }) {
  return { x, y }
}

function tagWidth({ axis, status }: CorridorState, say: Say): number {
  const name = textWidth(say(`axis.${axis}`), '700 12px')
  return Math.max(name, 28 + textWidth(say(`status.${status}`), '12px')) + 14
}
