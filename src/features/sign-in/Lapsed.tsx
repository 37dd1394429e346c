import type { Say } from '#i18n/words.ts'
import { Notice } from '#ui/Notice.tsx'

/** A session ended by itself: what is on the screen has changed, and this says why. */
export function Lapsed({ href, say }: { href: string; say: Say }) {
  return (
    <Notice tone="warn" role="alert">
      <p>
        {say('session.lapsed')} <a href={href}>{say('nav.sign-in')}</a>
      </p>
    </Notice>
  )
}
