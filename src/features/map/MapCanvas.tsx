import 'leaflet/dist/leaflet.css'
import { LatLngBounds, Point } from 'leaflet'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { MapContainer, TileLayer, useMap } from 'react-leaflet'
import type { Corridor, Leg } from '#domain/corridor.ts'
import type { Ground } from '#figures/map/ground.ts'
import type { Say } from '#i18n/words.ts'
import { BaseMap } from './BaseMap.tsx'
import { BOX } from './extent.ts'
import styles from './map.module.css'
import { MapControls } from './MapControls.tsx'
import { homeOf, MARGINS, ZOOMS } from './opening-view.ts'
import type { Tiles } from './tiles.ts'

const SHEET = new LatLngBounds(BOX)
const GESTURES = ['pointerdown', 'wheel', 'keydown'] as const

type Props = {
  base: Ground
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  tiles: Tiles | null
  label: string
  say: Say
  onPainted: () => void
  children: ReactNode
}

/** The map itself: the ground, its limits, its controls and its gestures. What lies on it comes as children. */
export function MapCanvas({
  base,
  corridors,
  legs,
  tiles,
  label,
  say,
  onPainted,
  children,
}: Props) {
  const home = useMemo(() => new LatLngBounds(homeOf(corridors, legs)), [corridors, legs])
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const coarse = window.matchMedia('(pointer: coarse)').matches
  return (
    <MapContainer
      className={styles['canvas'] ?? ''}
      bounds={home}
      boundsOptions={MARGINS}
      maxBounds={SHEET}
      maxBoundsViscosity={1}
      minZoom={ZOOMS.least}
      maxZoom={ZOOMS.most}
      zoomSnap={ZOOMS.snap}
      zoomDelta={0.75}
      zoomControl={false}
      attributionControl={false}
      scrollWheelZoom={false}
      dragging={!coarse}
      zoomAnimation={!still}
      fadeAnimation={!still}
      markerZoomAnimation={!still}
      inertia={!still}
    >
      <Frame home={home} label={label} onPainted={onPainted} />
      <BaseMap base={base} isOnTiles={tiles !== null} />
      {tiles && <TileLayer url={tiles.url} />}
      {children}
      <MapControls home={home} say={say} />
    </MapContainer>
  )
}

type FrameProps = { home: LatLngBounds; label: string; onPainted: () => void }

function Frame({ home, label, onPainted }: FrameProps) {
  const map = useMap()

  useEffect(
    function nameTheMap() {
      const container = map.getContainer()
      container.setAttribute('role', 'group')
      container.setAttribute('aria-label', label)
    },
    [map, label],
  )

  useEffect(
    function keepTheEdgeOutOfSight() {
      let touched = false
      const fill = () => {
        // A very wide frame shows the edge of the sheet rather than cutting off a port.
        const widest = Math.min(
          map.getBoundsZoom(SHEET, true),
          map.getBoundsZoom(home, false, new Point(24, 54)),
        )
        map.setMinZoom(Math.max(ZOOMS.least, widest))
        // Until the reader has moved it, the map follows the size of its frame.
        if (!touched) map.fitBounds(home, { animate: false, ...MARGINS })
      }
      const container = map.getContainer()
      const touch = () => (touched = true)
      const observer = new ResizeObserver(() => {
        map.invalidateSize({ pan: false, animate: false })
        fill()
      })
      observer.observe(container)
      for (const gesture of GESTURES) container.addEventListener(gesture, touch, { passive: true })
      return () => {
        observer.disconnect()
        for (const gesture of GESTURES) container.removeEventListener(gesture, touch)
      }
    },
    [map, home],
  )

  useEffect(
    function tellOnceItIsPainted() {
      const frame = requestAnimationFrame(() => onPainted())
      return () => cancelAnimationFrame(frame)
    },
    [onPainted],
  )
  return null
}
