import type { Say } from '#i18n/words.ts'
import styles from './app.module.css'

/** Whose data these are, and on what terms. */
export function Footer({ say }: { say: Say }) {
  return (
    <footer className={styles['footer']}>
      <p>{say('footer.record')}</p>
      <p>{say('footer.map')}</p>
      <p>{say('footer.clock')}</p>
    </footer>
  )
}
