import { memo } from 'react'
import type { Figure, Scene } from '#figures/figure.ts'
import { longDay, period } from '#i18n/format.ts'
import { dayOf } from '#domain/time.ts'
import styles from './charts.module.css'

/** Names that a line can hold; the others are behind the figure. */
const NAMED = 4

type Props = {
  figures: readonly Figure[]
  scene: Scene
  /** Caveats that hold for every frame, and are said once below them all. */
  said: readonly string[]
}

/** Who says so, from how many reports, as of when, and what to mind before quoting it. */
export const ChartCredit = memo(function ChartCredit({
  figures,
  scene: { say, lang },
  said,
}: Props) {
  // An empty frame says it in place of the drawing.
  const missing = [...new Set(figures.flatMap((figure) => (figure.empty ? [] : figure.missing)))]
  const caveats = [...new Set(figures.flatMap((figure) => figure.caveats))].filter(
    (caveat) => !said.includes(caveat),
  )
  return (
    <>
      {figures.map(({ id, credit }) => (
        <span key={id} className={styles['credit']}>
          {figures.length > 1 && <b>{capital(say(`charts.what.${id}`))} </b>}
          {say('charts.credit', {
            n: credit.n,
            sources: credit.sources,
            names: namesOf(credit.sourceNames, credit.sources, say),
            window: period(credit.window, lang),
          })}
          {'. '}
          {credit.asOf && say('charts.credit.asof', { day: longDay(dayOf(credit.asOf), lang) })}
        </span>
      ))}
      {missing.length > 0 && (
        <span className={styles['credit']}>
          <b>{say('charts.missing')} </b>
          {missing.join(', ')}.
        </span>
      )}
      {caveats.length > 0 && (
        <span className={styles['credit']}>
          <b>{say('charts.caveats')} </b>
          {caveats.join(' ')}
        </span>
      )}
    </>
  )
})

function namesOf(names: readonly string[], sources: number, say: Scene['say']): string {
  const shown = names.slice(0, NAMED).join(' · ')
  if (shown === '') return 'none'
  return sources > Math.min(names.length, NAMED)
    ? say('charts.credit.more', { names: shown })
    : shown
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
