import type { Window } from '#domain/situation.ts'
import { addDays } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import { weekDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { momentWithin } from './presets.ts'
import styles from './timeline.module.css'
import { usePlaying } from './use-playing.ts'

type Props = {
  window: Window
  /** The day to write: the one shown, or the one under the finger. */
  shown: Day
  busy: boolean
  lang: Lang
  say: Say
  onMoment: (day: Day) => void
}

/** Play, and steps of a day and of a week, around the day that is shown. */
export function Controls({ window, shown, busy, lang, say, onMoment }: Props) {
  const [playing, setPlaying] = usePlaying(window, busy, onMoment)
  const { at, from, to } = window
  const step = (days: number, words: string, sign: string) => (
    <Button
      look="chip"
      aria-label={words}
      title={words}
      disabled={days < 0 ? at <= from : at >= to}
      onClick={() => onMoment(momentWithin(addDays(at, days), window))}
    >
      {sign}
    </Button>
  )
  return (
    <div className={styles['controls']}>
      <Button
        look="chip"
        className={styles['play']}
        aria-label={say(playing ? 'timeline.pause' : 'timeline.play')}
        title={say(playing ? 'timeline.pause' : 'timeline.play')}
        onClick={() => setPlaying(!playing)}
      >
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="currentColor">
          <path d={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 1l9 5-9 5z'} />
        </svg>
      </Button>
      {step(-7, say('timeline.back-week'), '«')}
      {step(-1, say('timeline.back-day'), '‹')}
      <output className={styles['at']} aria-live={playing ? 'off' : 'polite'}>
        {weekDay(shown, lang)}
      </output>
      {step(1, say('timeline.on-day'), '›')}
      {step(7, say('timeline.on-week'), '»')}
    </div>
  )
}
