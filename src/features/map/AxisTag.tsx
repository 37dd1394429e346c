import { useMap } from 'react-leaflet'
import type { Opened } from '#domain/address.ts'
import type { Axis } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import type { Say } from '#i18n/words.ts'
import { LineSample } from './LineSample.tsx'
import { isCompact } from './is-compact.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'

type Props = {
  state: CorridorState
  at: { lat: number; lon: number }
  say: Say
  onOpen: (opened: Opened) => void
  onLit: (axis: Axis | null) => void
}

/** The status of a way in, in words, on the road itself: also the way to it by keyboard. */
export function AxisTag({ state, at, say, onOpen, onLit }: Props) {
  const compact = isCompact(useMap())
  const { axis, status, lastKnown } = state
  const light = () => onLit(axis)
  const dim = () => onLit(null)
  return (
    <Mark {...at} front={500}>
      <button
        type="button"
        className={styles['tag']}
        data-compact={compact}
        onClick={() => onOpen({ kind: 'corridor', id: axis })}
        onFocus={light}
        onBlur={dim}
        onMouseEnter={light}
        onMouseLeave={dim}
      >
        <b>{say(`axis.${axis}`)}</b>
        <span>
          <LineSample status={status} lastKnown={lastKnown?.status ?? null} width={3} long={24} />
          <span className={compact ? 'hidden' : ''}>{say(`status.${status}`)}</span>
        </span>
      </button>
    </Mark>
  )
}
