import type { Say } from '#i18n/words.ts'
import type { Copied } from './use-copy.ts'
import styles from './studio.module.css'

/** Says what came of copying, to eyes and ears alike. It stands there before there is anything to say. */
export function CopyStatus({ copied, say }: { copied: Copied; say: Say }) {
  return (
    <p role="status" className={styles['status']} data-outcome={copied?.outcome}>
      {copied?.outcome === 'copied' && say('studio.copied', { what: copied.what })}
      {copied?.outcome === 'selected' && say('studio.selected')}
    </p>
  )
}
