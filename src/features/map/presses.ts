import type { LeafletMouseEvent, Map as LeafletMap } from 'leaflet'
import { useLayoutEffect } from 'react'
import { useMap } from 'react-leaflet'

/** What lies under the pointer on a canvas, where no element can be pressed. */
export type Target = { key: string; press: () => void; enter?: () => void; leave?: () => void }
/** Finds what lies at a point of the world, in pixels of the present zoom. */
export type Find = (at: { x: number; y: number }) => Target | null

const finders = new WeakMap<LeafletMap, Map<number, Find>>()
/** What lies over the canvas takes the pointer itself. */
const ABOVE = 'button, a, .leaflet-popup'

/** Makes what is drawn pressable by pointer; of what lies on one another, the highest order is meant. */
export function usePresses(order: number, find: Find | null): void {
  const map = useMap()
  useLayoutEffect(
    function listenOnTheMap() {
      if (!find) return
      const own = finders.get(map) ?? listen(map)
      own.set(order, find)
      return () => {
        if (own.get(order) === find) own.delete(order)
      }
    },
    [map, order, find],
  )
}

function listen(map: LeafletMap): Map<number, Find> {
  const own = new Map<number, Find>()
  finders.set(map, own)
  let over: Target | null = null
  const found = ({ latlng, originalEvent: { target } }: LeafletMouseEvent) => {
    if (target instanceof Element && target.closest(ABOVE)) return null
    const at = map.project(latlng, map.getZoom())
    const inOrder = [...own].toSorted(([a], [b]) => b - a)
    for (const [, find] of inOrder) {
      const target = find(at)
      if (target) return target
    }
    return null
  }
  const point = (next: Target | null) => {
    if (next?.key === over?.key) return
    over?.leave?.()
    over = next
    over?.enter?.()
    map.getContainer().style.cursor = over ? 'pointer' : ''
  }
  map.on({
    click: (event) => found(event)?.press(),
    mousemove: (event) => point(found(event)),
    mouseout: () => point(null),
    movestart: () => point(null),
  })
  return own
}
