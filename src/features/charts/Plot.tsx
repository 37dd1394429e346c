import { lazy, Suspense, useMemo, useState } from 'react'
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import { addDays } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { isNamedAtEnd } from '#figures/end-names.ts'
import { endX, startX } from '#figures/figure.ts'
import type { Drawing, Scene } from '#figures/figure.ts'
import { readAloud, stopsOf } from '#figures/read-out.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useWidth } from '#ui/use-width.ts'
import { WhenNear } from '#ui/WhenNear.tsx'
import styles from './charts.module.css'
import {
  isTitled,
  LEFT,
  LEFT_OF_ROWS,
  NOTES_HEIGHT,
  RIGHT,
  RIGHT_WITH_NAMES,
  WIDE,
} from './layout.ts'
import type { Row } from './layout.ts'
import { nextStop } from './next-stop.ts'
import { Tooltip } from './Tooltip.tsx'

const PanelDrawing = lazy(async () => {
  const { PanelDrawing } = await import('./drawing/PanelDrawing.tsx')
  return { default: PanelDrawing }
})

type Props = {
  label: string
  drawings: readonly [Drawing, ...Drawing[]]
  rows: readonly Row[]
  scene: Scene
  at: Day
  pointed: Day | null
  onPoint: (day: Day | null) => void
  onChoose: (day: Day) => void
}

/**
 * The drawing with its pointer. The pointer is a slider over the days: arrows move it, Enter chooses, and what
 * it points at is its value, which is read aloud. It lies over the drawing, so that moving it draws nothing anew.
 */
export function Plot({ label, drawings, rows, scene, at, pointed, onPoint, onChoose }: Props) {
  const { ref, width } = useWidth()
  const [isHere, setHere] = useState(false)
  const [drawing] = drawings
  const { window, notes, xTicks } = drawing
  const hasNames = rows.some(({ panel }) => panel.lines.some(({ key }) => isNamedAtEnd(panel, key)))
  const right = width !== null && width >= WIDE && hasNames ? RIGHT_WITH_NAMES : RIGHT
  const left = rows.some(({ panel }) => panel.isRow) ? LEFT_OF_ROWS : LEFT
  const [first, last] = [startX(window.from), endX(window.to)]
  const part = (day: Day) => (startX(day) + 0.5 - first) / (last - first)
  const stops = useMemo(() => stopsOf(drawings), [drawings])
  const day = pointed ?? at

  function dayUnder({
    clientX,
    currentTarget,
  }: PointerEvent | { clientX: number; currentTarget: Element }): Day {
    const box = currentTarget.getBoundingClientRect()
    const along = (clientX - box.left - left) / Math.max(1, box.width - left - right)
    const days = Math.floor(Math.min(0.9999, Math.max(0, along)) * (last - first))
    return addDays(window.from, days)
  }

  function followKeys(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') onChoose(day)
    else {
      const next = nextStop(stops, day, event.key)
      if (next === null) return
      setHere(true)
      onPoint(next)
    }
    event.preventDefault()
  }

  function leave() {
    setHere(false)
    onPoint(null)
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
      aria-valuemax={last - first - 1}
      aria-valuenow={startX(day) - first}
      // Written where it can be heard: the pointer moves on all charts, and is read on one.
      aria-valuetext={isHere || pointed === null ? readAloud(drawings, day, scene) : undefined}
      onKeyDown={followKeys}
      onPointerMove={(event) => {
        setHere(true)
        const under = dayUnder(event)
        if (under !== pointed) onPoint(under)
      }}
      onPointerLeave={leave}
      onBlur={leave}
      onClick={(event) => onChoose(dayUnder(event))}
    >
      <div style={{ height: NOTES_HEIGHT }} />
      {rows.map(({ panel, height, hasTimeAxis }) => (
        <div key={panel.id}>
          {isTitled(panel) && <div className={styles['panelTitle']}>{panel.title}</div>}
          <div className={styles['panel']} style={{ height }}>
            <WhenNear skeleton={<Skeleton height={`${height}px`} />}>
              <Suspense fallback={<Skeleton height={`${height}px`} />}>
                {width !== null && (
                  <PanelDrawing
                    panel={panel}
                    mark={drawing.mark}
                    window={window}
                    xTicks={xTicks}
                    width={width}
                    height={height}
                    left={left}
                    right={right}
                    hasTimeAxis={hasTimeAxis}
                  />
                )}
              </Suspense>
            </WhenNear>
            {panel.isRow && <span className={styles['rowName']}>{panel.title}</span>}
            {panel.unit && <span className={styles['unit']}>{panel.unit}</span>}
          </div>
        </div>
      ))}
      <div className={styles['over']} aria-hidden="true">
        {notes.map((note) => (
          <span
            key={note.number}
            className={styles['note']}
            style={{ left: percent(part(note.day)) }}
          >
            <b>{note.number}</b>
          </span>
        ))}
        <span
          className={pointed === null ? styles['at'] : styles['pointed']}
          style={{ left: percent(part(day)) }}
        />
        {isHere && pointed !== null && (
          <Tooltip drawings={drawings} day={pointed} scene={scene} part={part(pointed)} />
        )}
      </div>
    </div>
  )
}

/** The style sheet lays the pointer over the same room as the drawing. */
function gutters(left: number, right: number): CSSProperties {
  return { '--left': `${left}px`, '--right': `${right}px` } as CSSProperties
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`
}
