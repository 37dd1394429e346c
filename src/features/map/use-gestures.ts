import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { useMap } from 'react-leaflet'

export type Hint = 'two-fingers' | 'ctrl'

/**
 * The map leaves the page's scrolling alone: one finger scrolls the page and two move the map; the wheel
 * zooms only with Ctrl or once the map has the focus. Says which rule a gesture has just run into.
 */
export function useGestures(): Hint | null {
  const map = useMap()
  const [hint, setHint] = useState<Hint | null>(null)

  useEffect(
    function leaveThePageAlone() {
      let timer = 0
      const tell = (next: Hint) => {
        setHint(next)
        clearTimeout(timer)
        timer = window.setTimeout(() => setHint(null), 1500)
      }
      const stop = listen(map, tell)
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
    [map],
  )
  return hint
}

function listen(map: LeafletMap, tell: (hint: Hint) => void): () => void {
  const container = map.getContainer()
  const onPointer = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'touch') map.dragging.disable()
    else map.dragging.enable()
  }
  const onTouch = ({ touches }: TouchEvent) => {
    if (touches.length === 1) tell('two-fingers')
  }
  const onWheel = (event: WheelEvent) => {
    const zooms = event.ctrlKey || event.metaKey || container.contains(document.activeElement)
    if (zooms) map.scrollWheelZoom.enable()
    else {
      map.scrollWheelZoom.disable()
      tell('ctrl')
    }
  }
  // In the capture phase, so that Leaflet hears of the event after the rule has been set; not passive, or the
  // browser would already be scrolling the page when Leaflet takes the wheel.
  container.addEventListener('pointerdown', onPointer, true)
  container.addEventListener('wheel', onWheel, { capture: true, passive: false })
  container.addEventListener('touchmove', onTouch, { passive: true })
  return () => {
    container.removeEventListener('pointerdown', onPointer, true)
    container.removeEventListener('wheel', onWheel, true)
    container.removeEventListener('touchmove', onTouch)
  }
}
