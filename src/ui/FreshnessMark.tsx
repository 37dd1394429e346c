import type { Freshness } from '#domain/freshness.ts'
import type { Say } from '#i18n/words.ts'
import styles from './marks.module.css'

/** How far a figure may still speak for the day shown: a filling disc, and the word beside it. */
export function FreshnessMark({ freshness, say }: { freshness: Freshness; say: Say }) {
  return (
    <span className={styles['fresh']} data-freshness={freshness}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle
          cx="5"
          cy="5"
          r="4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeDasharray={freshness === 'unknown' ? '1.6 1.5' : undefined}
        />
        {freshness === 'fresh' && <circle cx="5" cy="5" r="4" fill="currentColor" />}
        {freshness === 'ageing' && <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />}
      </svg>
      {say(`freshness.${freshness}`)}
    </span>
  )
}
