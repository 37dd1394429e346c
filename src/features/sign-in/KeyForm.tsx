import { useState } from 'react'
import type { SubmitEvent } from 'react'
import type { SignInOutcome } from '#api/session.ts'
import type { Say } from '#i18n/words.ts'
import { failureWords } from '#ui/failure-words.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './sign-in.module.css'

type Props = {
  say: Say
  /** Tries a key. */
  onKey: (key: string) => Promise<SignInOutcome>
}

/** Where a key is typed, pasted or filled in by a password manager: as such it is a password, of a user of its own name. */
export function KeyForm({ say, onKey }: Props) {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null)
  const tryKey = async (form: HTMLFormElement) => {
    const key = new FormData(form).get('password')
    if (typeof key !== 'string' || key.trim() === '') return
    setBusy(true)
    const next = await onKey(key.trim())
    // After a success the page is another's, and this form is gone.
    if (next.kind === 'signed-in') return
    setBusy(false)
    setOutcome(next)
  }
  return (
    <form
      className={styles['form']}
      method="post"
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        void tryKey(event.currentTarget)
      }}
    >
      <input
        className="hidden"
        name="username"
        autoComplete="username"
        value="Jauge"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <label htmlFor="key">{say('access.key')}</label>
      <div className={styles['row']}>
        <input
          id="key"
          className={styles['key']}
          type="password"
          name="password"
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={200}
          aria-describedby="key-help"
        />
        <button className={styles['go']} type="submit" disabled={busy}>
          {say(busy ? 'access.signing-in' : 'access.sign-in')}
        </button>
      </div>
      <p id="key-help" className={styles['help']}>
        {say('access.key.help')}
      </p>
      {outcome && (
        <Notice tone="warn" role="alert">
          <Why outcome={outcome} say={say} />
        </Notice>
      )}
    </form>
  )
}

/** What happened, what it means and what to do. */
function Why({ outcome, say }: { outcome: SignInOutcome; say: Say }) {
  switch (outcome.kind) {
    case 'signed-in':
      return null
    case 'refused':
      return <p>{say('access.refused')}</p>
    case 'slowed':
      return (
        <p>
          {outcome.seconds === null
            ? say('access.slowed')
            : say('access.slowed.for', waitOf(outcome.seconds))}
        </p>
      )
    case 'failed':
      return (
        <p>
          <strong>{say('access.failed')}</strong> {failureWords(outcome.error, say)}
        </p>
      )
  }
}

/** Seconds while there are few of them, else minutes, rounded up. */
function waitOf(seconds: number): { n: number; unit: 'seconds' | 'minutes' } {
  return seconds < 90
    ? { n: seconds, unit: 'seconds' }
    : { n: Math.ceil(seconds / 60), unit: 'minutes' }
}
