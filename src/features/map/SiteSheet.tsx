import type { Map as LeafletMap } from 'leaflet'
import { memo, useMemo, useState } from 'react'
import { useMap } from 'react-leaflet'
import { BoxGrid } from '#figures/map/box-grid.ts'
import type { Box } from '#figures/map/declutter.ts'
import { moved } from '#figures/map/lay-out.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import { TARGET } from './pressable.ts'
import { usePresses } from './presses.ts'
import type { Find } from './presses.ts'
import { REACHABLE } from './site-chips.ts'
import type { Chip } from './site-chips.ts'
import { dotsDrawing, signsDrawing } from './site-drawing.ts'
import { siteName, useSiteAreas } from './SiteLayer.tsx'
import type { SitesProps } from './SiteLayer.tsx'
import { useDrawing } from './use-drawing.ts'

/**
 * Thousands of sites, drawn on a canvas as few are as elements, and where they crowd as dots. By pointer each can be
 * pressed; by key those nearest to the middle, which become others as the map is enlarged or moved.
 */
export const SiteSheet = memo(function SiteSheet(props: SitesProps) {
  const { chips, dots, texts, room, pressable, places, lang, say, onChoose } = props
  const map = useMap()
  useSiteAreas(useMemo(() => [...chips, ...dots], [chips, dots]))
  useDrawing(
    'corridors',
    // Under the roads.
    -1,
    useMemo(() => dotsDrawing(dots), [dots]),
  )
  useDrawing(
    'sites',
    2,
    useMemo(() => signsDrawing({ chips, texts, room }), [chips, texts, room]),
  )
  const find = useMemo(
    () => finderOf([...chips, ...dots], room, map, onChoose),
    [map, chips, dots, room, onChoose],
  )
  usePresses(1, find)
  // Whoever had the focus last stays: the map that moves to show it must not take it away.
  const [held, hold] = useState<string | null>(null)
  const reachable = useMemo(() => {
    const clear = chips.filter(({ id }) => pressable.has(id) && room.has(id))
    const [zoom, centre] = [map.getZoom(), map.getCenter()]
    const { x, y } = map.project(centre, zoom).divideBy(map.getZoomScale(zoom, 0))
    const far = ({ world }: Chip) => Math.hypot(world.x - x, world.y - y)
    const near = new Set(clear.toSorted((a, b) => far(a) - far(b)).slice(0, REACHABLE))
    const last = held === null ? undefined : [...chips, ...dots].find(({ id }) => id === held)
    // From north to south, whatever is in sight: an element that changes its place among others loses the focus.
    return [...(last ? near.add(last) : near)].toSorted(
      (a, b) => a.world.y - b.world.y || a.world.x - b.world.x,
    )
  }, [map, chips, dots, pressable, room, held])
  return reachable.map((chip) => {
    const { id, site, spot } = chip
    const { left, top, width } = room.get(id) ?? AROUND
    return (
      <Mark key={id} lat={spot.lat} lon={spot.lon} front={300}>
        <button
          type="button"
          className={styles['target']}
          style={{ left, top, width }}
          data-mark={id}
          aria-haspopup="dialog"
          aria-label={siteName(chip, texts.get(id) ?? '', places, lang, say)}
          onFocus={() => hold(id)}
          onClick={() => onChoose(site.place)}
        />
      </Mark>
    )
  })
})

function finderOf(
  chips: readonly Chip[],
  room: ReadonlyMap<string, Box>,
  map: LeafletMap,
  onChoose: (place: string) => void,
): Find {
  // Not before somebody points at the map.
  let grid: BoxGrid<Target> | null = null
  return (at) => {
    grid ??= targetsOf(chips, room, map.getZoomScale(map.getZoom(), 0))
    const chip = siteAt(grid, at)
    return chip && { key: chip.id, press: () => onChoose(chip.site.place) }
  }
}

/** The room of a sign that stands bare on its point. */
const AROUND: Box = { left: -TARGET / 2, top: -TARGET / 2, width: TARGET, height: TARGET }

type Target = Box & { chip: Chip; x: number; y: number; isLettered: boolean }

/** What can be pressed of all that is drawn, in pixels of the map. */
function targetsOf(chips: readonly Chip[], room: ReadonlyMap<string, Box>, scale: number) {
  const grid = new BoxGrid<Target>()
  for (const chip of chips) {
    if (chip.look.reading === null) continue
    const at = { x: chip.world.x * scale, y: chip.world.y * scale }
    const box = room.get(chip.id)
    grid.add({ ...moved(box ?? AROUND, at), ...at, chip, isLettered: box !== undefined })
  }
  return grid
}

/** What was drawn on top at a point: a lettered sign, or else the nearest bare one. */
function siteAt(grid: BoxGrid<Target>, { x, y }: { x: number; y: number }): Chip | null {
  const found = grid.at(x, y)
  const far = (target: Target) => Math.hypot(target.x - x, target.y - y)
  const nearest = found.toSorted((a, b) => far(a) - far(b))
  return (nearest.find(({ isLettered }) => isLettered) ?? nearest[0])?.chip ?? null
}
