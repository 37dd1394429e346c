import type { Instant } from '#domain/time.ts'
import { moment } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Choice } from './Choice.tsx'
import type { Studio } from './studio-state.ts'
import styles from './studio.module.css'

type Props = {
  studio: Studio
  /** The instant that the figures on the screen are of: what is pinned is what was seen. Null until they have come. */
  seen: Instant | null
  lang: Lang
  say: Say
  onStudio: (patch: Partial<Studio>) => void
}

/** Whether the chart may change once it is published. */
export function HeldChoice({ studio, seen, lang, say, onStudio }: Props) {
  const { view } = studio
  const value = view.vintage === undefined ? 'live' : 'pinned'
  return (
    <Choice
      legend={say('studio.held')}
      value={value}
      options={[
        { value: 'live', label: say('studio.live') },
        { value: 'pinned', label: say('studio.pinned') },
      ]}
      onChoose={(next) => {
        if (next === 'live') onStudio({ view: { ...view, vintage: undefined } })
        else if (seen !== null) onStudio({ view: { ...view, vintage: seen } })
      }}
    >
      <p className={styles['note']}>
        <b>{say('studio.live')}</b> {say('studio.live.why')}
      </p>
      <p className={styles['note']}>
        <b>{say('studio.pinned')}</b> {say('studio.pinned.why')}
      </p>
      {view.vintage !== undefined && (
        <p className={styles['fact']}>
          {say('studio.pinned.at', { moment: moment(view.vintage, lang) })}
        </p>
      )}
    </Choice>
  )
}
