import { memo, useCallback, useMemo, useState } from 'react'
import { useMap } from 'react-leaflet'
import type { Opened } from '#domain/address.ts'
import type { Axis, Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import { stretchesOf } from '#figures/map/stretches.ts'
import type { Say } from '#i18n/words.ts'
import { AxisTag } from './AxisTag.tsx'
import { axisAt, corridorDrawing, roadsOf } from './corridor-drawing.ts'
import { usePresses } from './presses.ts'
import { useDrawing } from './use-drawing.ts'
import type { useTagSpots } from './use-tag-spots.ts'

type Props = {
  states: readonly CorridorState[]
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  /** Where the tag of each stands. */
  spots: ReturnType<typeof useTagSpots>
  say: Say
  onOpen: (opened: Opened) => void
}

/** The ways in, each stretch with the look of its status, and a tag that says the status in words. */
export const CorridorLayer = memo(function CorridorLayer({
  states,
  corridors,
  legs,
  spots,
  say,
  onOpen,
}: Props) {
  const [lit, setLit] = useState<Axis | null>(null)
  const map = useMap()
  const roads = useMemo(
    () => roadsOf(stretchesOf(states, corridors, legs)),
    [states, corridors, legs],
  )
  useDrawing(
    'corridors',
    0,
    useMemo(() => corridorDrawing(roads, lit), [roads, lit]),
  )
  const find = useCallback(
    (at: { x: number; y: number }) => {
      const axis = axisAt(roads, at, map.getZoomScale(map.getZoom(), 0))
      if (axis === null) return null
      return {
        key: `corridor ${axis}`,
        press: () => onOpen({ kind: 'corridor', id: axis }),
        enter: () => setLit(axis),
        leave: () => setLit(null),
      }
    },
    [map, roads, onOpen],
  )
  usePresses(0, find)
  return states.map((state) => {
    const spot = spots.get(state.axis)
    return (
      spot && <AxisTag key={state.axis} {...{ state, say, onOpen }} at={spot.at} onLit={setLit} />
    )
  })
})
