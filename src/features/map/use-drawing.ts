import type { Map as LeafletMap } from 'leaflet'
import { useLayoutEffect } from 'react'
import { useMap } from 'react-leaflet'
import { Sheet } from './sheet.ts'
import type { Draw } from './sheet.ts'

/** The sheets of a map, by the order in which they lie on each other: tiles are at 200, marks over all of them. */
const SHEETS = { 'under-tiles': 190, base: 210, corridors: 420, sites: 590 } as const
const sheets = new WeakMap<LeafletMap, Map<string, Sheet>>()

/** Draws on a sheet of the map, and anew when `draw` is another. Higher orders lie over lower ones. */
export function useDrawing(name: keyof typeof SHEETS, order: number, draw: Draw | null): void {
  const map = useMap()
  useLayoutEffect(
    function layItOnTheMap() {
      return draw ? sheetOf(map, name).put(order, draw) : undefined
    },
    [map, name, order, draw],
  )
}

function sheetOf(map: LeafletMap, name: keyof typeof SHEETS): Sheet {
  const own = sheets.get(map) ?? new Map<string, Sheet>()
  sheets.set(map, own)
  const before = own.get(name)
  if (before) return before
  const sheet = new Sheet(map, name, SHEETS[name])
  own.set(name, sheet)
  map.once('unload', () => {
    own.delete(name)
    sheet.remove()
  })
  return sheet
}
