import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from 'react-leaflet'
import { MARK, stand, standingOn } from './standing.ts'

type Props = {
  lat: number
  lon: number
  /** Added to the order from north to south: higher stands in front. */
  front: number
  children: ReactNode
}

/** Anything of ours that stands at a point of the map, such as a real button. Its children lie around the point. */
export function Mark({ lat, lon, front, children }: Props) {
  const map = useMap()
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    function standOnTheMap() {
      return element.current ? stand(map, element.current, { lat, lon, front }) : undefined
    },
    [map, lat, lon, front],
  )
  return createPortal(
    <div ref={element} className={`${MARK} leaflet-zoom-animated`}>
      {children}
    </div>,
    standingOn(map).pane,
  )
}
