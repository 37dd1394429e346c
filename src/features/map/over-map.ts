import { useState } from 'react'
import type { Map as LeafletMap } from 'leaflet'
import { useMap, useMapEvents } from 'react-leaflet'
import type { Box } from '#figures/map/declutter.ts'

/** Marks what lies on the map without moving with it, for lettering to keep clear of. */
export const OVER_MAP = { 'data-over-map': '' } as const

/** The room that the date, the credit and the buttons take, in pixels of the map at its present zoom. */
export function useOverMap(): readonly Box[] {
  const map = useMap()
  const [boxes, setBoxes] = useState(() => boxesOver(map))
  const measure = () => {
    const now = boxesOver(map)
    setBoxes((before) => (JSON.stringify(now) === JSON.stringify(before) ? before : now))
  }
  useMapEvents({ moveend: measure, zoomend: measure, resize: measure })
  return boxes
}

function boxesOver(map: LeafletMap): Box[] {
  const container = map.getContainer()
  const frame = container.getBoundingClientRect()
  const { min } = map.getPixelBounds()
  if (!min) return []
  const over = container.parentElement?.querySelectorAll('[data-over-map]') ?? []
  const boxes = [...over].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      left: Math.round(left - frame.left + min.x),
      top: Math.round(top - frame.top + min.y),
      width: Math.ceil(width),
      height: Math.ceil(height),
    }
  })
  return [...boxes, ...edgesOf(min.x, min.y, frame.width, frame.height)]
}

/** The edges of the frame, as strips: what would be cut off stands elsewhere, what lies beyond is left alone. */
function edgesOf(left: number, top: number, width: number, height: number): Box[] {
  return [
    { left: left - 1, top, width: 2, height },
    { left: left + width - 1, top, width: 2, height },
    { left, top: top - 1, width, height: 2 },
    { left, top: top + height - 1, width, height: 2 },
  ]
}
