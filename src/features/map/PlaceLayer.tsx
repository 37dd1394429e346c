import { useMemo } from 'react'
import { useMap } from 'react-leaflet'
import type { Site } from '#domain/site.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { letteringOf, shownAt, symbolBoxes } from './arrange.ts'
import { chipText } from './chip-text.ts'
import { declutter } from './declutter.ts'
import type { Box, Name } from './declutter.ts'
import { NameLayer } from './NameLayer.tsx'
import { siteLook } from './site-look.ts'
import { chipId, SiteLayer } from './SiteLayer.tsx'
import { spotOf } from './spot.ts'
import type { Places } from './spot.ts'
import { textWidth } from './text-width.ts'
import { useZoom } from './use-zoom.ts'

export type Obstacle = { lat: number; lon: number; box: Box }

type Props = {
  places: Places
  /** Null while the layer is switched off: names of towns stay, they are geography. */
  sites: readonly Site[] | null
  /** What names must not cover: boxes counted from their point, in pixels. */
  obstacles: readonly Obstacle[]
  lang: Lang
  say: Say
  onChoose: (place: string) => void
}

const CHIP_HEIGHT = 24

/** Names of places and what is known at them, laid out together so that neither covers the other. */
export function PlaceLayer({ places, sites, obstacles, lang, say, onChoose }: Props) {
  const map = useMap()
  const zoom = useZoom()

  const chips = useMemo(
    () =>
      (sites ?? []).flatMap((site) => {
        const spot = spotOf(site.position, places)
        if (!spot) return []
        const text = chipText(siteLook(site), lang, say)
        return [{ site, spot, text, width: 26 + (text ? textWidth(text, '600 12px') + 6 : 0) }]
      }),
    [sites, places, lang, say],
  )

  const { shown, letterings, boxes } = useMemo(() => {
    const project = ({ lat, lon }: { lat: number; lon: number }) => map.project([lat, lon], zoom)
    const near = shownAt(zoom, places.values())
    const names = letteringOf(near, { zoom, lang, project, measure: textWidth })
    const labels = chips.map(({ site, spot, width }): Name => {
      const { x, y } = project(spot)
      const rank =
        (siteLook(site).shows === 'unknown' ? 1.5 : -1) + (places.get(site.place)?.rank ?? 3) / 10
      const sides = ['below', 'right', 'left', 'above'] as const
      return { id: chipId(site), x, y, width, height: CHIP_HEIGHT, rank, reach: 6, sides }
    })
    const taken = obstacles.map(({ lat, lon, box }): Box => {
      const { x, y } = project({ lat, lon })
      return { ...box, left: x + box.left, top: y + box.top }
    })
    const room = declutter([...labels, ...names], [...taken, ...symbolBoxes(near, project)])
    return { shown: near, letterings: names, boxes: room }
  }, [map, zoom, places, chips, obstacles, lang])

  return (
    <>
      <NameLayer {...{ shown, letterings, boxes, places }} />
      <SiteLayer sites={chips} {...{ boxes, places, lang, say, onChoose }} />
    </>
  )
}
