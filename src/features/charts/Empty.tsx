import type { Drawing } from '#figures/figure.ts'
import type { Say } from '#i18n/words.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './charts.module.css'

type Props = { drawings: readonly Drawing[]; height: number; say: Say }

/** A figure that cannot be had says which input is missing, in the room the drawing would have had. */
export function Empty({ drawings, height, say }: Props) {
  const missing = [...new Set(drawings.flatMap((drawing) => drawing.missing))]
  return (
    <div className={styles['empty']} style={{ minHeight: height }}>
      <p>
        <strong>{say('charts.empty')}</strong>
      </p>
      <DataMark mark={drawings[0]?.mark ?? null} />
      {missing.length > 0 && (
        <p>
          {say('charts.empty.what')} {missing.join(', ')}.
        </p>
      )}
    </div>
  )
}
