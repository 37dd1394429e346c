import type { Window } from '#domain/situation.ts'
import { Day } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import type { Say } from '#i18n/words.ts'
import { momentWithin } from './presets.ts'
import styles from './timeline.module.css'

type Props = { window: Window; say: Say; onView: (patch: Partial<View>) => void }

/** Any first and last day, for those whom the ready-made windows do not serve. */
export function OtherWindow({ window, say, onView }: Props) {
  const choose = (end: 'from' | 'to', value: string) => {
    const period = { from: window.from, to: window.to, [end]: value }
    // While a date is being typed it is not one yet, or not one that fits.
    if (!Day.safeParse(value).success || period.from > period.to) return
    onView({ ...period, at: momentWithin(window.at, period) })
  }
  return (
    <details className={styles['known']}>
      <summary>{say('timeline.window.choose')}</summary>
      <div className={styles['known-form']}>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {say(`timeline.window.${end}`)}{' '}
            <input
              key={window[end]}
              type="date"
              defaultValue={window[end]}
              min={end === 'to' ? window.from : undefined}
              max={end === 'from' ? window.to : undefined}
              onChange={({ target }) => choose(end, target.value)}
            />
          </label>
        ))}
      </div>
    </details>
  )
}
