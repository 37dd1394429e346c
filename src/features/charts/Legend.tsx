import { memo, useId } from 'react'
import type { Drawing } from '#figures/figure.ts'
import { legendOf } from '#figures/legend-of.ts'
import type { Say } from '#i18n/words.ts'
import styles from './charts.module.css'
import { Swatch } from './Swatch.tsx'

type Props = { drawings: readonly Drawing[]; say: Say }

/** What each line is, and what lighter, hatched and hollow bars mean where there are any. */
export const Legend = memo(function Legend({ drawings, say }: Props) {
  const id = useId()
  const { entries, states } = legendOf(drawings)
  return (
    <ul className={styles['legend']} aria-label={say('charts.legend')}>
      {entries.map(({ line, isNamedAtEnd }) => (
        <li key={line.key} className={isNamedAtEnd ? styles['direct'] : undefined}>
          <Swatch line={line} id={`${id}${line.key}`} />
          {line.short}
        </li>
      ))}
      {states.map((state) => (
        <li key={state}>
          <span className={styles[`swatch-${state}`]} />
          {say(`charts.legend.${state}`)}
        </li>
      ))}
    </ul>
  )
})
