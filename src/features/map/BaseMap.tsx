import type { GeoJSONOptions, PathOptions } from 'leaflet'
import { memo, useMemo } from 'react'
import { GeoJSON, Pane, Polygon } from 'react-leaflet'
import { feature, mesh } from 'topojson-client'
import type { BaseMap as Base } from '#api/geography.ts'
import { useZoom } from './use-zoom.ts'

type Topology = Parameters<typeof mesh>[0]
type Collection = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: 'GeometryCollection' }>
type Objects = Record<'countries' | 'regions' | 'rivers' | 'lakes', Collection>

/** Mali, and the countries its fuel comes through. */
const FOCUS = new Set(['MLI', 'CIV', 'SEN', 'GIN', 'NER', 'BFA'])
const REGIONS_FROM_ZOOM = 6

/** What the sheet covers, south-west to north-east. Beyond it there is nothing to see, so it is left blank. */
export const BOX: [[number, number], [number, number]] = [
  [3.5, -18.5],
  [25.5, 4.5],
]
const BEYOND = [rectangle(-40, -80, 70, 80), rectangle(...BOX[0], ...BOX[1])]

function rectangle(south: number, west: number, north: number, east: number): [number, number][] {
  return [
    [south, west],
    [north, west],
    [north, east],
    [south, east],
  ]
}

// Colours are custom properties, so that a change of theme needs no redrawing.
const fill = (color: string): PathOptions => ({
  stroke: false,
  fillColor: `var(${color})`,
  fillOpacity: 1,
})
const line = (color: string, weight: number): PathOptions => ({
  fill: false,
  color: `var(${color})`,
  weight,
})

const landStyle: NonNullable<GeoJSONOptions['style']> = (country) =>
  fill(FOCUS.has(String(country?.id ?? country?.properties?.['id'])) ? '--land-focus' : '--land')

/** Our own map under everything: no tile, no other host. Nothing on it can be clicked. */
export const BaseMap = memo(function BaseMap({ base }: { base: Base }) {
  const zoom = useZoom()
  const drawn = useMemo(() => {
    const topology = base as unknown as Topology
    const { countries, regions, rivers, lakes } = base.objects as Objects
    return {
      land: feature(topology, countries),
      // Only what two countries share: the outer edge is the sea's, or the edge of the map.
      borders: mesh(topology, countries, (a, b) => a !== b),
      regions: feature(topology, regions),
      rivers: feature(topology, rivers),
      lakes: feature(topology, lakes),
    }
  }, [base])

  return (
    <Pane name="base" style={{ zIndex: 210 }}>
      <GeoJSON data={drawn.land} style={landStyle} interactive={false} />
      {zoom >= REGIONS_FROM_ZOOM && (
        <GeoJSON data={drawn.regions} style={line('--region', 0.75)} interactive={false} />
      )}
      <GeoJSON data={drawn.rivers} style={line('--water', 1.25)} interactive={false} />
      <GeoJSON data={drawn.lakes} style={fill('--water')} interactive={false} />
      <Polygon positions={BEYOND} pathOptions={fill('--paper')} interactive={false} />
      <GeoJSON data={drawn.borders} style={line('--border', 1)} interactive={false} />
    </Pane>
  )
})
