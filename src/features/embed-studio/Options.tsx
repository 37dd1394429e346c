import type { ReactNode } from 'react'
import { CHARTS, EMBED_THEMES } from '#contract/embed.ts'
import type { Window } from '#domain/situation.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { Choice } from './Choice.tsx'
import { HeightChoice } from './HeightChoice.tsx'
import { HeldChoice } from './HeldChoice.tsx'
import type { Studio } from './studio-state.ts'
import styles from './studio.module.css'
import { WindowChoice } from './WindowChoice.tsx'

const LANGUAGES = ['fr', 'en'] as const

type Props = {
  studio: Studio
  window: Window | null
  lang: Lang
  say: Say
  onStudio: (patch: Partial<Studio>) => void
  /** Where corridor, place and fuel are chosen. */
  filters: ReactNode
}

/** All that can be chosen of a chart that is to be published, what matters most first. */
export function Options({ studio, window, lang, say, onStudio, filters }: Props) {
  const { chart, view, theme, frameLang } = studio
  const shared = { studio, lang, say, onStudio }
  return (
    <section aria-labelledby="studio-options" className={styles['settings']}>
      <h2 id="studio-options" className="hidden">
        {say('studio.options')}
      </h2>
      <HeldChoice {...shared} seen={window?.vintage ?? null} />
      <Choice
        legend={say('studio.chart')}
        value={chart}
        options={CHARTS.map((value) => ({ value, label: say(`studio.chart.${value}`) }))}
        onChoose={(next) => onStudio({ chart: next })}
      />
      <WindowChoice {...shared} window={window} />
      <div className={styles['choice']}>
        <p className={styles['legend']}>{say('studio.filters')}</p>
        <div className={styles['filters']}>{filters}</div>
        {view.known !== undefined && (
          <Button
            look="chip"
            aria-label={say('studio.known.clear')}
            onClick={() => onStudio({ view: { ...view, known: undefined } })}
          >
            {say('studio.known', { day: longDay(view.known, lang) })}{' '}
            <span aria-hidden="true">×</span>
          </Button>
        )}
      </div>
      <Choice
        legend={say('studio.lang')}
        value={frameLang ?? lang}
        options={LANGUAGES.map((value) => ({ value, label: say(`studio.lang.${value}`) }))}
        onChoose={(next) => onStudio({ frameLang: next })}
      />
      <Choice
        legend={say('studio.theme')}
        value={theme}
        options={EMBED_THEMES.map((value) => ({ value, label: say(`studio.theme.${value}`) }))}
        onChoose={(next) => onStudio({ theme: next })}
      />
      <HeightChoice {...shared} />
    </section>
  )
}
