import { useState } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'

/** The zoom the map has come to rest at: what depends on it is laid out again only then. */
export function useZoom(): number {
  const map = useMap()
  const [zoom, setZoom] = useState(() => map.getZoom())
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) })
  return zoom
}
