import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { RecordState, Window } from '#domain/situation.ts'
import type { Day } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import { markOf } from '#i18n/mark.ts'
import { DataMark } from '#ui/DataMark.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { Controls } from './Controls.tsx'
import { keepNamed } from './keep-named.ts'
import { KnownChoice } from './KnownChoice.tsx'
import { OtherWindow } from './OtherWindow.tsx'
import styles from './timeline.module.css'
import { Track } from './Track.tsx'
import { WindowChoice } from './WindowChoice.tsx'

type Props = ScreenPart & {
  record: RecordState | null
  /** True while figures for the moment asked for are on their way. */
  busy: boolean
  /** Moves the moment without a step in the history: playing and dragging. */
  onMoment: (day: Day) => void
}

/** The time axis: the moment everything above shows, moved by hand, by key or by itself. */
export function Timeline(props: Props) {
  const { record, busy, dataMode, reader, lang, say, view, onView } = props
  const client = useQueryClient()
  const { onMoment: move, window: shown } = props
  const [from, to] = [view.from ?? shown?.from, view.to ?? shown?.to]
  const onMoment = useCallback(
    (day: Day) => {
      if (from && to) keepNamed(client, view, { from, to })
      move(day)
    },
    [client, view, from, to, move],
  )
  const [dragged, setDragged] = useState<Day | null>(null)
  if (props.window === null || record === null) return <Skeleton height="11rem" />
  // What was asked for last counts, not what has been answered: keys pressed in a row must all count.
  const window = { ...props.window, ...asked(view) }
  return (
    <section aria-labelledby="timeline" className={styles['frame']}>
      <h2 id="timeline" className="hidden">
        {say('timeline.title')}
      </h2>
      <div className={styles['tools']}>
        <Controls
          window={window}
          shown={dragged ?? window.at}
          busy={busy}
          lang={lang}
          say={say}
          onMoment={onMoment}
        />
        <WindowChoice window={window} record={record} view={view} say={say} onView={onView} />
      </div>
      <Track {...props} onMoment={onMoment} window={window} dragged={dragged} onDrag={setDragged} />
      <div className={styles['more']}>
        <DataMark mark={markOf(dataMode, reader, say)} />
        <KnownChoice window={window} record={record} view={view} say={say} onView={onView} />
        <OtherWindow window={window} say={say} onView={onView} />
      </div>
    </section>
  )
}

/** The ends and the moment that the view names itself. */
function asked({ from, to, at }: View): Partial<Pick<Window, 'from' | 'to' | 'at'>> {
  return { ...(from && { from }), ...(to && { to }), ...(at && { at }) }
}
