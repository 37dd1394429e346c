import { DivIcon, DomEvent, Marker } from 'leaflet'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from 'react-leaflet'

type Props = {
  lat: number
  lon: number
  /** Added to the order from north to south: higher stands in front. */
  front: number
  children: ReactNode
}

/**
 * Anything of ours that stands at a point of the map, such as a real button: Leaflet moves it, React draws
 * it. Its children are laid out around the point by their own style.
 */
export function Mark({ lat, lon, front, children }: Props) {
  const map = useMap()
  const [element] = useState(() => document.createElement('div'))

  useEffect(
    function standOnTheMap() {
      // Leaflet would take a press on a button for the start of a drag, and a click for one on the map.
      DomEvent.disableClickPropagation(element)
      // But two fingers move the map wherever they come down.
      DomEvent.off(element, 'touchstart', DomEvent.stopPropagation)
      const icon = new DivIcon({ html: element, className: '', iconSize: [0, 0] })
      const options = { icon, interactive: false, keyboard: false, zIndexOffset: front }
      const marker = new Marker([lat, lon], options).addTo(map)
      // What gets the focus by keyboard must be in sight.
      const show = () => map.panInside([lat, lon], { padding: [48, 48] })
      element.addEventListener('focusin', show)
      return () => {
        element.removeEventListener('focusin', show)
        marker.remove()
      }
    },
    [map, element, lat, lon, front],
  )

  return createPortal(children, element)
}
