import { useMemo } from 'react'
import { useMap } from 'react-leaflet'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Say } from '#i18n/words.ts'
import type { Box } from '#figures/map/declutter.ts'
import { isCompact } from './is-compact.ts'
import { tagSpots } from '#figures/map/tag-spots.ts'
import { textWidth } from './text-width.ts'

type Given = {
  states: readonly CorridorState[]
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  say: Say
}

/** Where the tags of the ways in stand at the present zoom, clear of what lies on the map. */
export function useTagSpots(
  { states, corridors, legs, say }: Given,
  zoom: number,
  over: readonly Box[],
) {
  const map = useMap()
  const compact = isCompact(map)
  return useMemo(
    () =>
      tagSpots(states, {
        corridors,
        legs,
        over,
        project: ({ lat, lon }) => map.project([lat, lon], zoom),
        boxOf: (state) => tagBox(state, compact, say),
      }),
    [map, zoom, over, compact, states, corridors, legs, say],
  )
}

/** The room of a way in's tag, around its point. */
function tagBox({ axis, status }: CorridorState, compact: boolean, say: Say): Box {
  const name = textWidth(say(`axis.${axis}`), '700 12px')
  const word = textWidth(say(`status.${status}`), '12px')
  const width = 14 + (compact ? name + 28 : Math.max(name, 28 + word))
  const height = compact ? 24 : 38
  return { left: -width / 2, top: -height / 2, width, height }
}
