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
import { monthName, shortDay, weekDay } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import type { ScreenPart } from '#ui/screen.ts'
import { dayUnder, labels, mondays, shareOf } from './axis.ts'
import type { Label } from './axis.ts'
import { Marks } from './Marks.tsx'
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
  const { view, window, lang, say, pointed, onPoint, onMoment, dragged, onDrag } = props
  const track = useRef<HTMLDivElement>(null)
  const { data: answer } = useKept(seriesQuery(METRICS, view))
  const { data: incidents } = useKept(happeningsQuery('incidents', throughout(view, window)))
  const at = dragged ?? window.at

  const dayAt = ({ clientX }: PointerEvent) => {
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
      onPointerMove={(event) => {
        const day = dayAt(event)
        if (dragged !== null) onDrag(day)
        if (event.pointerType === 'mouse') onPoint(day)
      }}
      onPointerUp={(event) => {
        if (dragged !== null) onMoment(dayAt(event))
        onDrag(null)
      }}
      onPointerCancel={() => onDrag(null)}
      onPointerLeave={() => onPoint(null)}
    >
      <Marks
        window={window}
        at={at}
        series={answer?.series ?? []}
        incidents={incidents?.happenings ?? []}
        lang={lang}
        say={say}
      />
      {mondays(window).map((day) => (
        <i key={day} className={styles['week']} style={{ left: leftOf(day, window) }} />
      ))}
      {labels(window).map((label) => (
        <span
          key={label.day}
          className={styles['label']}
          data-as={label.as}
          style={{ left: leftOf(label.day, window) }}
        >
          {labelText(label, lang)}
        </span>
      ))}
      {pointed !== null && pointed >= window.from && pointed <= window.to && (
        <i className={styles['pointed']} style={{ left: middleOf(pointed, window) }} />
      )}
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

function leftOf(day: Day, window: Window): string {
  return `${(shareOf(day, window) * 100).toFixed(3)}%`
}

function middleOf(day: Day, window: Window): string {
  return `${(((shareOf(day, window) + shareOf(addDays(day, 1), window)) / 2) * 100).toFixed(3)}%`
}

function labelText({ day, as }: Label, lang: Lang): string {
  if (as === 'day') return shortDay(day, lang, false)
  return as === 'year' ? day.slice(0, 4) : monthName(day, lang, false)
}
