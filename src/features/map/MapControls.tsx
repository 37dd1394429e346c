import { DomEvent } from 'leaflet'
import type { LatLngBounds } from 'leaflet'
import { useRef, useState } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'
import type { Say } from '#i18n/words.ts'
import styles from './map.module.css'
import { MARGINS } from './opening-view.ts'
import { OVER_MAP } from './over-map-mark.ts'
import { useGestures } from './use-gestures.ts'

type Props = { home: LatLngBounds; say: Say }

/** Zoom in, zoom out, back to the start, and the rule of the gesture that has just been ignored. */
export function MapControls({ home, say }: Props) {
  const map = useMap()
  const hint = useGestures()
  const [zoom, setZoom] = useState(() => map.getZoom())
  const isZooming = useRef(false)
  useMapEvents({
    zoomstart: () => (isZooming.current = true),
    zoomend() {
      isZooming.current = false
      setZoom(map.getZoom())
    },
    resize: () => setZoom(map.getZoom()),
  })
  /** Leaflet listens to nobody while it zooms: what is pressed meanwhile is done after that. */
  function press(act: () => void) {
    if (isZooming.current) map.once('moveend', () => press(act))
    else act()
  }
  return (
    <>
      <div className={styles['controls']} {...OVER_MAP} ref={keepPressesFromTheMap}>
        <Control
          name={say('map.zoom-in')}
          sign="+"
          disabled={zoom >= map.getMaxZoom()}
          onPress={() => press(() => map.zoomIn())}
        />
        <Control
          name={say('map.zoom-out')}
          sign="−"
          disabled={zoom <= map.getMinZoom()}
          onPress={() => press(() => map.zoomOut())}
        />
        <Control
          name={say('map.reset')}
          sign="⟲"
          disabled={false}
          onPress={() => press(() => map.fitBounds(home, MARGINS))}
        />
      </div>
      {hint && (
        <p className={styles['hint']} aria-hidden="true">
          {say(hint === 'ctrl' ? 'map.hint.ctrl' : 'map.hint.two-fingers')}
        </p>
      )}
    </>
  )
}

function keepPressesFromTheMap(element: HTMLElement | null) {
  if (element) DomEvent.disableClickPropagation(element)
}

type ControlProps = { name: string; sign: string; disabled: boolean; onPress: () => void }

function Control({ name, sign, disabled, onPress }: ControlProps) {
  return (
    // Not `disabled`: a button that takes itself away from under the focus loses it.
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}
