import type { Map as LeafletMap } from 'leaflet'

/** True on a map as narrow as a phone: there the tags keep their line and leave their word to the legend. */
export function isCompact(map: LeafletMap): boolean {
  return map.getSize().x < 480
}
