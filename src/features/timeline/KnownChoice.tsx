import { useId } from 'react'
import type { RecordState, Window } from '#domain/situation.ts'
import { Day } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import styles from './timeline.module.css'

type Props = {
  window: Window
  record: RecordState
  view: View
  say: Say
  onView: (patch: Partial<View>) => void
}

/** Whose knowledge is shown: all that is published by now, or what was out on a day. Kept folded, for few need it. */
export function KnownChoice({ window, record, view, say, onView }: Props) {
  const why = useId()
  return (
    <details className={styles['known']} open={view.known !== undefined || undefined}>
      <summary>{say('timeline.known')}</summary>
      <div className={styles['known-form']}>
        <label>
          {say('timeline.known.label')}{' '}
          <input
            type="date"
            value={view.known ?? ''}
            min={record.first ?? undefined}
            aria-describedby={why}
            onChange={({ target }) => {
              // While a date is being typed it is not one yet.
              if (Day.safeParse(target.value).success) onView({ known: target.value })
            }}
          />
        </label>
        <Button
          look="chip"
          aria-pressed={view.known === window.at}
          onClick={() => onView({ known: window.at })}
        >
          {say('timeline.known.at')}
        </Button>
        <Button
          look="chip"
          aria-pressed={view.known === undefined}
          onClick={() => onView({ known: undefined })}
        >
          {say('timeline.known.clear')}
        </Button>
        <p id={why}>{say('timeline.known.why')}</p>
      </div>
    </details>
  )
}
