import { useEffect, useMemo, useState } from 'react'
import type { Map as LeafletMap } from 'leaflet'
import { useMap, useMapEvents } from 'react-leaflet'
import type { Box } from '#figures/map/declutter.ts'

/** The room that the date, the credit and the buttons take, in pixels of the map at its present zoom. */
export function useOverMap(): readonly Box[] {
  const map = useMap()
  const [rects, setRects] = useState(() => rectsOver(map))
  const [corner, setCorner] = useState(() => cornerOf(map))
  const move = () => {
    const { x, y } = cornerOf(map)
    setCorner((before) => (before.x === x && before.y === y ? before : { x, y }))
  }
  useMapEvents({ moveend: move })

  useEffect(
    function measureWhatChangesItsSize() {
      // Measured where nothing has to be laid out for it: a step of the zoom leaves their sizes alone.
      const observer = new ResizeObserver(() => {
        const now = rectsOver(map)
        setRects((before) => (JSON.stringify(now) === JSON.stringify(before) ? before : now))
      })
      observer.observe(map.getContainer())
      for (const element of elementsOver(map)) observer.observe(element)
      return () => observer.disconnect()
    },
    [map],
  )

  return useMemo(
    () => rects.map((box) => ({ ...box, left: box.left + corner.x, top: box.top + corner.y })),
    [rects, corner],
  )
}

function cornerOf(map: LeafletMap): { x: number; y: number } {
  const { min } = map.getPixelBounds()
  return { x: min?.x ?? 0, y: min?.y ?? 0 }
}

function elementsOver(map: LeafletMap): Element[] {
  return [...(map.getContainer().parentElement?.querySelectorAll('[data-over-map]') ?? [])]
}

/** Widths are counted by so many pixels: a date that is a little longer must not have everything laid out anew. */
const STEP = 32

/** Counted from the corner of the frame. */
function rectsOver(map: LeafletMap): Box[] {
  const frame = map.getContainer().getBoundingClientRect()
  const boxes = elementsOver(map).map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      left: Math.round(left - frame.left),
      top: Math.round(top - frame.top),
      width: Math.ceil(width / STEP) * STEP,
      height: Math.ceil(height),
    }
  })
  return [...boxes, ...edgesOf(frame.width, frame.height)]
}

/** The edges of the frame, as strips: what would be cut off stands elsewhere, what lies beyond is left alone. */
function edgesOf(width: number, height: number): Box[] {
  return [
    { left: -1, top: 0, width: 2, height },
    { left: width - 1, top: 0, width: 2, height },
    { left: 0, top: -1, width, height: 2 },
    { left: 0, top: height - 1, width, height: 2 },
  ]
}
