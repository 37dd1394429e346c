import type { Say } from '#i18n/words.ts'
import { Notice } from '#ui/Notice.tsx'

/** For a link to something that is not there: said plainly, since links are passed on and windows differ. */
export function Gone({ say }: { say: Say }) {
  return (
    <Notice tone="plain">
      <p>{say('evidence.gone')}</p>
    </Notice>
  )
}
