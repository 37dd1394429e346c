import type { ReactNode } from 'react'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import styles from './start.module.css'

type Props = { say: Say }

/** While the history is made; it has a word for readers who cannot see that something moves. */
export function Preparing({ say }: Props) {
  return (
    <Sheet say={say}>
      <div role="status">
        <h1>{say('demo.preparing.title')}</h1>
        <p>{say('demo.preparing.text')}</p>
        <progress aria-label={say('demo.preparing.title')} />
      </div>
    </Sheet>
  )
}

/** The deployment cannot begin, or broke while it ran. */
export function Failed({ say, reason }: Props & { reason: string }) {
  return (
    <Sheet say={say}>
      <div role="alert">
        <h1>{say('demo.failed.title')}</h1>
        <p>{say('demo.failed.text')}</p>
        <p className={styles['reason']}>{say('demo.failed.reason', { reason })}</p>
      </div>
      <p className={styles['ways']}>
        <Button onClick={() => location.reload()}>{say('demo.failed.retry')}</Button>
        <a href={location.pathname}>{say('demo.failed.reset')}</a>
      </p>
    </Sheet>
  )
}

/** There can be no service worker: says what that means, and leads on without one. */
export function NoServiceWorker({ say, onGoOn }: Props & { onGoOn: () => void }) {
  return (
    <Sheet say={say}>
      <div role="alert">
        <h1>{say('demo.no-worker.title')}</h1>
        <p>{say('demo.no-worker.text')}</p>
      </div>
      <p className={styles['ways']}>
        <Button onClick={onGoOn}>{say('demo.no-worker.go-on')}</Button>
        <Button look="link" onClick={() => location.reload()}>
          {say('demo.no-worker.retry')}
        </Button>
      </p>
    </Sheet>
  )
}

function Sheet({ say, children }: Props & { children: ReactNode }) {
  return (
    <main className={styles['sheet']}>
      <p className={styles['mark']}>{say('demo.mark')}</p>
      {children}
    </main>
  )
}
