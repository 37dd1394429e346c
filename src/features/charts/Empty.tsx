import type { Figure } from '#figures/figure.ts'
import type { Say } from '#i18n/words.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './charts.module.css'

type Props = { figures: readonly Figure[]; height: number; say: Say }

/** A figure that cannot be had says which input is missing, in the room the drawing would have had. */
export function Empty({ figures, height, say }: Props) {
  const missing = [...new Set(figures.flatMap((figure) => figure.missing))]
  return (
    <div className={styles['empty']} style={{ minHeight: height }}>
      <p>
        <strong>{say('charts.empty')}</strong>
      </p>
      <DataMark mark={figures[0]?.mark ?? null} />
      {missing.length > 0 && (
        <p>
          {say('charts.empty.what')} {missing.join(', ')}.
        </p>
      )}
    </div>
  )
}
