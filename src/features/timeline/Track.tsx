import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { happeningsQuery } from '#api/happenings.ts'
import { throughout } from '#api/question.ts'
import { seriesQuery } from '#api/series.ts'
import { useKept } from '#api/use-kept.ts'
import { METRICS } from '#domain/series.ts'
import type { Window } from '#domain/situation.ts'
import { addDays, daysBetween } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { weekDay } from '#i18n/format.ts'
import type { ScreenPart } from '#ui/screen.ts'
import { useFrame } from '#ui/use-frame.ts'
import { dayUnder, middleOf } from './axis.ts'
import { Ground } from './Ground.tsx'
import { Marks } from './Marks.tsx'
import { PointedDay } from './PointedDay.tsx'
import { momentWithin } from './presets.ts'
import styles from './timeline.module.css'

type Props = Omit<ScreenPart, 'window'> & {
  window: Window
  onMoment: (day: Day) => void
  /** The day under the finger while the handle is held; null when it is not. */
  dragged: Day | null
  onDrag: (day: Day | null) => void
}

const KEYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
}

/** The window as a line of days, with what happened on it, and a handle on the day shown. */
export function Track(props: Props) {
  const { view, window, lang, say, pointer, onMoment, dragged, onDrag } = props
  const { from, to } = window
  const track = useRef<HTMLDivElement>(null)
  const inFrame = useFrame()
  const { data: answer } = useKept(seriesQuery(METRICS, view))
  const { data: incidents } = useKept(happeningsQuery('incidents', throughout(view, window)))
  const at = dragged ?? window.at

  const dayAt = ({ clientX }: Pick<PointerEvent, 'clientX'>) => {
    const box = track.current?.getBoundingClientRect()
    return box ? dayUnder((clientX - box.left) / box.width, window) : window.at
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const days = KEYS[event.key]
    if (days === undefined) return
    event.preventDefault()
    if (Number.isFinite(days)) onMoment(momentWithin(addDays(at, days), window))
    else onMoment(days < 0 ? window.from : window.to)
  }
  return (
    <div
      ref={track}
      className={styles['track']}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        onDrag(dayAt(event))
      }}
      onPointerMove={({ clientX, pointerType }) =>
        inFrame(() => {
          const day = dayAt({ clientX })
          if (dragged !== null) onDrag(day)
          if (pointerType === 'mouse') pointer.point(day)
        })
      }
      onPointerUp={(event) => {
        inFrame(null)
        if (dragged !== null) onMoment(dayAt(event))
        onDrag(null)
      }}
      onPointerCancel={() => {
        inFrame(null)
        onDrag(null)
      }}
      onPointerLeave={() => {
        inFrame(null)
        pointer.point(null)
      }}
    >
      <Marks
        from={from}
        to={to}
        at={at}
        series={answer?.series}
        incidents={incidents?.happenings}
        lang={lang}
        say={say}
      />
      <Ground from={from} to={to} lang={lang} />
      <PointedDay pointer={pointer} from={from} to={to} />
      <div
        className={styles['handle']}
        style={{ left: middleOf(at, window) }}
        role="slider"
        tabIndex={0}
        aria-label={say('timeline.at')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={daysBetween(window.from, window.to)}
        aria-valuenow={daysBetween(window.from, at)}
        aria-valuetext={weekDay(at, lang)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
