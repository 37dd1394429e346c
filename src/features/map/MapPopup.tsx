import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Popup, useMap } from 'react-leaflet'
import type { Say } from '#i18n/words.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './map.module.css'
import type { Spot } from '#figures/map/spot.ts'

type Props = {
  spot: Spot
  label: string
  mark: string | null
  say: Say
  onClose: () => void
  children: ReactNode
}

/** What stands behind a mark. The focus moves in when it opens and goes back to the mark when it closes. */
export function MapPopup({ spot, label, mark, say, onClose, children }: Props) {
  const width = useMap().getSize().x
  return (
    <Popup
      position={[spot.lat, spot.lon]}
      closeButton={false}
      closeOnEscapeKey={false}
      maxWidth={Math.min(320, width - 76)}
      minWidth={200}
      autoPanPaddingTopLeft={[12, 12]}
      // Clear of the map's own buttons.
      autoPanPaddingBottomRight={[56, 36]}
      eventHandlers={{ remove: onClose }}
    >
      <PopupBody {...{ label, mark, say, onClose }}>{children}</PopupBody>
    </Popup>
  )
}

function PopupBody({ label, mark, say, onClose, children }: Omit<Props, 'spot'>) {
  const body = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  useEffect(function takeFocusAndGiveItBack() {
    if (!body.current?.contains(document.activeElement)) opener.current = document.activeElement
    body.current?.focus({ preventScroll: true })
    return () => {
      // Only if nothing else has taken the focus since: closing by a click elsewhere must not pull it back.
      const { activeElement } = document
      const lost = activeElement === document.body || activeElement === null
      if (lost && opener.current instanceof HTMLElement)
        opener.current.focus({ preventScroll: true })
    }
  }, [])
  useLayoutEffect(
    function closeOnEscape() {
      // Before the paint and on the whole page: a key pressed the moment the popup is seen must be heard, and the
      // focus may still be on the mark. A sheet that lies above goes first.
      const close = ({ key }: KeyboardEvent) => {
        if (key === 'Escape' && document.querySelector('dialog[open]') === null) onClose()
      }
      document.addEventListener('keydown', close)
      return () => document.removeEventListener('keydown', close)
    },
    [onClose],
  )
  return (
    <div ref={body} className={styles['popup']} role="dialog" aria-label={label} tabIndex={-1}>
      <button
        type="button"
        className={styles['close']}
        aria-label={say('map.close')}
        onClick={onClose}
      >
        <span aria-hidden="true">×</span>
      </button>
      <DataMark mark={mark} />
      {children}
    </div>
  )
}
