import type { RecordState, Window } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { momentWithin, presetPeriod, PRESETS } from './presets.ts'
import styles from './timeline.module.css'

type Props = {
  window: Window
  record: RecordState
  view: View
  say: Say
  onView: (patch: Partial<View>) => void
}

/** How much time is shown. */
export function WindowChoice({ window, record, view, say, onView }: Props) {
  const moved = (['from', 'to', 'at', 'known', 'vintage'] as const).some(
    (key) => view[key] !== undefined,
  )
  return (
    <div className={styles['window']} role="group" aria-label={say('timeline.window')}>
      {PRESETS.map((preset) => {
        const period = presetPeriod(preset, window, record)
        const chosen = period.from === window.from && period.to === window.to
        return (
          <Button
            key={preset}
            look="chip"
            aria-pressed={chosen}
            onClick={() => onView({ ...period, at: momentWithin(window.at, period) })}
          >
            {say(`timeline.preset.${preset}`)}
          </Button>
        )
      })}
      <Button
        look="chip"
        disabled={!moved}
        onClick={() =>
          onView({
            from: undefined,
            to: undefined,
            at: undefined,
            known: undefined,
            vintage: undefined,
          })
        }
      >
        {say('timeline.reset')}
      </Button>
    </div>
  )
}
