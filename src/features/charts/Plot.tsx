import { useMemo, useState } from 'react'
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import type { Day } from '#domain/time.ts'
import { isNamedAtEnd } from '#figures/end-names.ts'
import type { Drawing, Scene } from '#figures/figure.ts'
import { readAloud, readOutOf, stopsOf } from '#figures/read-out.ts'
import type { Pointer } from '#ui/pointer.ts'
import { useFrame } from '#ui/use-frame.ts'
import { usePointed } from '#ui/use-pointed.ts'
import { useWidth } from '#ui/use-width.ts'
import styles from './charts.module.css'
import { Events } from './Events.tsx'
import { LEFT, LEFT_OF_ROWS, RIGHT, RIGHT_WITH_NAMES, WIDE } from './layout.ts'
import type { Row } from './layout.ts'
import { nextStop } from './next-stop.ts'
import { Panels } from './Panels.tsx'
import { Rule } from './Rule.tsx'
import { timeLine } from './time-line.ts'
import { Tooltip } from './Tooltip.tsx'

type Props = {
  label: string
  drawings: readonly [Drawing, ...Drawing[]]
  rows: readonly Row[]
  scene: Scene
  at: Day
  pointer: Pointer
  onChoose: (day: Day) => void
}

/**
 * The drawing with its pointer. The pointer is a slider over the days: arrows move it, Enter chooses, and what
 * it points at is its value, which is read aloud. It lies over the drawing, so that moving it draws nothing anew.
 */
export function Plot({ label, drawings, rows, scene, at, pointer, onChoose }: Props) {
  const { ref, width } = useWidth()
  const inFrame = useFrame()
  const [isHere, setHere] = useState(false)
  // The pointer moves on all charts, and is read on one.
  const pointed = usePointed(pointer, isHere)
  const [{ window, notes, xTicks, mark }] = drawings
  const { days, before, partOf, dayAt } = useMemo(() => timeLine(window), [window])
  const stops = useMemo(() => stopsOf(drawings), [drawings])
  const readAt = useMemo(() => readOutOf(drawings, scene), [drawings, scene])
  const hasNames = rows.some(({ panel }) => panel.lines.some(({ key }) => isNamedAtEnd(panel, key)))
  const right = width !== null && width >= WIDE && hasNames ? RIGHT_WITH_NAMES : RIGHT
  const left = rows.some(({ panel }) => panel.isRow) ? LEFT_OF_ROWS : LEFT
  const day = pointed ?? at
  const read = useMemo(() => readAt(day), [readAt, day])

  function dayUnder({
    clientX,
    currentTarget,
  }: Pick<MouseEvent, 'clientX' | 'currentTarget'>): Day {
    const box = currentTarget.getBoundingClientRect()
    return dayAt((clientX - box.left - left) / Math.max(1, box.width - left - right))
  }

  function pointAt(next: Day) {
    setHere(true)
    pointer.point(next)
  }

  function followKeys(event: KeyboardEvent) {
    const here = pointer.day() ?? at
    if (event.key === 'Enter' || event.key === ' ') onChoose(here)
    else {
      const next = nextStop(stops, here, event.key)
      if (next === null) return
      pointAt(next)
    }
    event.preventDefault()
  }

  function leave() {
    inFrame(null)
    setHere(false)
    pointer.point(null)
  }

  return (
    <div
      ref={ref}
      className={styles['plot']}
      style={gutters(left, right)}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={days - 1}
      aria-valuenow={before(day)}
      aria-valuetext={readAloud(read, scene.say)}
      onKeyDown={followKeys}
      onPointerMove={({ clientX, currentTarget }) =>
        inFrame(() => pointAt(dayUnder({ clientX, currentTarget })))
      }
      onPointerLeave={leave}
      onBlur={leave}
      onClick={(event) => onChoose(dayUnder(event))}
    >
      <Panels {...{ rows, mark, window, xTicks, width, left, right }} />
      <div className={styles['over']} aria-hidden="true">
        <Events notes={notes} partOf={partOf} />
        {width !== null && (
          <Rule
            pointer={pointer}
            at={at}
            toX={(next) => partOf(next) * Math.max(1, width - left - right)}
          />
        )}
        {pointed !== null && (
          <Tooltip {...{ read, notes, scene }} day={pointed} part={partOf(pointed)} />
        )}
      </div>
    </div>
  )
}

/** The style sheet lays the pointer over the same room as the drawing. */
function gutters(left: number, right: number): CSSProperties {
  return { '--left': `${left}px`, '--right': `${right}px` } as CSSProperties
}
