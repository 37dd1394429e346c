import { useMemo } from 'react'
import { useMap } from 'react-leaflet'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Site } from '#domain/site.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { isFirst, letteringOf, shownAt, symbolBoxes } from '#figures/map/arrange.ts'
import { BOX } from './BaseMap.tsx'
import { chipText, herdText } from './chip-text.ts'
import type { Placed } from '#figures/map/clusters.ts'
import type { Box, Name, Side } from '#figures/map/declutter.ts'
import { useOverMap } from './over-map.ts'
import { gathered } from './gather.ts'
import { tankersLost } from '#figures/map/happening-look.ts'
import { layOut, moved } from '#figures/map/lay-out.ts'
import { markRoom, pressableOf, TARGET } from './pressable.ts'
import { siteLook } from './site-look.ts'
import { spotOf } from '#figures/map/spot.ts'
import type { Places } from '#figures/map/spot.ts'
import { useTagSpots } from './use-tag-spots.ts'
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
  const over = useOverMap()
  const spots = useTagSpots(given)
  const { places, sites, convoys, incidents, lang, say } = given

  const chips = useMemo(
    () =>
      sites.flatMap((site) => {
        const spot = spotOf(site.position, places)
        return spot ? [{ site, spot, text: chipText(siteLook(site), lang, say) }] : []
      }),
    [sites, places, lang, say],
  )

  const { herds, shown, letterings, room, pressable } = useMemo(() => {
    const project = ({ lat, lon }: { lat: number; lon: number }) => map.project([lat, lon], zoom)
    const around = (
      at: { lat: number; lon: number },
      width: number,
      height: number,
      left = 0,
    ): Box => moved({ left: left - width / 2, top: -height / 2, width, height }, project(at))
    const tags = [...spots.values()]
    const near = shownAt(zoom, places.values())
    const names = letteringOf(near, { zoom, lang, project, measure: textWidth })
    const isKnown = ({ site }: { site: Site }) => siteLook(site).reading !== null
    const hard = [
      // The reader cannot move the map beyond the sheet, so nothing may be lettered there.
      ...marginsOf(project({ lat: 0, lon: BOX[0][1] }).x, project({ lat: 0, lon: BOX[1][1] }).x),
      ...tags.map(({ box }) => box),
      ...over,
    ]
    const soft = [
      ...incidents.map(({ happening, spot, aside }) => {
        const size = markRoom(tankersLost(happening))
        return around(spot, size, size, aside)
      }),
      ...chips.filter((chip) => !isKnown(chip)).map(({ spot }) => around(spot, 16, 16)),
    ]
    const herds = gathered(convoys, project)
    const arrivals = herds.map((herd, i): Name => {
      const [{ happening, spot }] = herd
      const text = herdText(herd, lang, say)
      const width = 36 + (text ? textWidth(text, '700 12px') + 4 : 0)
      return {
        id: happening.id,
        ...xy(project(spot)),
        width,
        height: NEWS_HEIGHT,
        rank: 1 + i / 100,
        reach: 8,
        sides: UP,
        must: true,
      }
    })
    const readings = chips.filter(isKnown).map(({ site, spot, text }): Name => {
      const width = 28 + (text ? textWidth(text, BOLD) + 5 : 0)
      const place = places.get(site.place)
      // Bamako's reading comes before any convoy, and the convoys before the other towns.
      const must = place !== undefined && isFirst(place)
      const rank = must ? 0 : 2 + (place?.rank ?? 3)
      return {
        id: chipId(site),
        ...xy(project(spot)),
        width,
        height: NEWS_HEIGHT,
        rank,
        reach: 8,
        sides: DOWN,
        must,
      }
    })
    const symbols = symbolBoxes(near, project)
    // The name of the place it is all about is never left out for the news around it.
    const first = names.filter(({ rank }) => rank === 0).map((name) => ({ ...name, must: true }))
    const others = names.filter(({ rank }) => rank !== 0)
    const laid = layOut({
      hard,
      soft,
      news: [...first, ...arrivals, ...readings],
      names: others,
      symbols,
    })
    const lettered = [...arrivals, ...readings].flatMap((name) => {
      const box = laid.get(name.id)
      return box ? [{ id: name.id, box: moved(box, name) }] : []
    })
    const attacks = incidents.map(({ happening, spot, aside }) => {
      const size = markRoom(tankersLost(happening))
      return { id: happening.id, box: around(spot, size, size, aside) }
    })
    const bare = chips
      .filter((chip) => isKnown(chip) && !laid.has(chipId(chip.site)))
      .map(({ site, spot }) => ({ id: chipId(site), box: around(spot, TARGET, TARGET) }))
    return {
      herds,
      shown: near,
      letterings: names,
      room: laid,
      pressable: pressableOf([...lettered, ...attacks, ...bare], hard),
    }
  }, [map, zoom, places, spots, over, chips, convoys, incidents, lang, say])

  return { chips, herds, shown, letterings, room, pressable }
}

/** Under this name a site's chip gets its room. */
export function chipId({ place }: Pick<Site, 'place'>): string {
  return `site ${place}`
}

function marginsOf(west: number, east: number): Box[] {
  const margin = { top: -1e6, width: 1e6, height: 1e7 }
  return [
    { ...margin, left: west - 1e6 },
    { ...margin, left: east },
  ]
}

function xy({ x, y }: { x: number; y: number }) {
  return { x, y }
}
