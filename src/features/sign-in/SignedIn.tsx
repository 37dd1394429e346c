import { useState } from 'react'
import { signOut } from '#api/session.ts'
import type { WhoAmI } from '#contract/session.ts'
import { moment } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { failureWords } from '#ui/failure-words.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './sign-in.module.css'

type Props = { who: WhoAmI; lang: Lang; say: Say; back: string }

/** Who one is, until when, and the way out. */
export function SignedIn({ who, lang, say, back }: Props) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    setBusy(true)
    try {
      await signOut()
    } catch (failure) {
      setBusy(false)
      setError(failure)
    }
  }
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>{say('access.role')}</dt>
          <dd>{say(`asker.${who.role}`)}</dd>
        </div>
        <div>
          <dt>{say('access.label')}</dt>
          <dd>{who.label ?? '–'}</dd>
        </div>
        <div>
          <dt>{say('access.until')}</dt>
          <dd>
            {who.expiresAt === null ? say('access.until.never') : moment(who.expiresAt, lang)}
          </dd>
        </div>
      </dl>
      <p>{say(who.role === 'partner' ? 'access.duty.partner' : 'access.duty')}</p>
      <p className={styles['ways']}>
        <a href={back}>{say('access.to-situation')}</a>
        <Button disabled={busy} onClick={() => void leave()}>
          {say('access.sign-out')}
        </Button>
      </p>
      {error !== null && (
        <Notice tone="warn" role="alert">
          <p>
            <strong>{say('access.sign-out.failed')}</strong> {failureWords(error, say)}
          </p>
        </Notice>
      )}
    </>
  )
}
