import { useDataMode } from '#api/data-mode.ts'
import type { Say } from '#i18n/words.ts'
import styles from './app.module.css'

/** Whose data these are, and on what terms. */
export function Footer({ say }: { say: Say }) {
  const isDemo = useDataMode() === 'demo'
  return (
    <footer className={styles['footer']}>
      <p>{say(isDemo ? 'demo.footer' : 'footer.record')}</p>
      <p>{say('footer.map')}</p>
      <p>{say('footer.clock')}</p>
    </footer>
  )
}
