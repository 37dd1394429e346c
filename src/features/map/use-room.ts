import { useMemo } from 'react'
import type { Map as LeafletMap } from 'leaflet'
import { useMap } from 'react-leaflet'
import type { Box } from '#figures/map/declutter.ts'
import { useOverMap } from './over-map.ts'
import { roomOf } from './room.ts'
import type { Given } from './room.ts'
import { PADDING } from './sheet.ts'
import { chipsOf, gatheredSites, MANY } from './site-chips.ts'
import { textWidth } from './text-width.ts'
import { useTagSpots } from './use-tag-spots.ts'
import { useZoom } from './use-zoom.ts'

const NONE: readonly never[] = []

/** Everything lettered and where it stands at the present zoom, laid out anew only for what has changed. */
export function useRoom(given: Given) {
  const map = useMap()
  const zoom = useZoom()
  const over = useOverMap()
  const spots = useTagSpots(given, zoom, over)
  const { places, sites, convoys, incidents, lang, say } = given
  const all = useMemo(() => chipsOf(sites, places), [sites, places])
  const laidOut = useMemo(() => {
    const scale = map.getZoomScale(zoom, 0)
    const isMany = all.length > MANY
    const { leading, dots } = isMany
      ? gatheredSites(all, scale, aroundSeen(map))
      : { leading: all, dots: NONE }
    const tags = [...spots.values()].map(({ box }) => box)
    const shown = { chips: leading, tags, over, places, convoys, incidents, lang, say }
    return {
      isMany,
      chips: leading,
      dots,
      ...roomOf({ zoom, scale, measure: textWidth, ...shown }),
    }
  }, [map, zoom, all, places, spots, over, convoys, incidents, lang, say])
  return { ...laidOut, spots }
}

/** What is seen, in pixels of the map at its present zoom, and as much around it as is drawn. */
function aroundSeen(map: LeafletMap): Box {
  const { x: width, y: height } = map.getSize()
  const { min } = map.getPixelBounds()
  const [left, top] = [min?.x ?? 0, min?.y ?? 0]
  return {
    left: left - width * PADDING,
    top: top - height * PADDING,
    width: width * (1 + 2 * PADDING),
    height: height * (1 + 2 * PADDING),
  }
}
