import { CONTESTED_DAYS, LOOK_BACK_DAYS, NEAR_BASELINE } from '#domain/corridor-states.ts'
import type { CorridorStatus } from '#domain/corridor-status.ts'
import { percent } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { StatusMark } from '#ui/StatusMark.tsx'
import styles from './method.module.css'

/** In the order in which they are tried. */
const RULES: readonly CorridorStatus[] = [
  'cut',
  'contested',
  'restricted',
  'unknown',
  'escort',
  'open',
]

/** The rules a corridor's state follows, with the limits they are computed with. */
export function CorridorRules({ lang, say }: { lang: Lang; say: Say }) {
  const settings = { days: CONTESTED_DAYS, share: percent(NEAR_BASELINE, lang) }
  return (
    <>
      <p>{say('method.corridors.text', { days: LOOK_BACK_DAYS })}</p>
      <ol className={styles['rules']}>
        {RULES.map((status) => (
          <li key={status}>
            <span className={styles['status']}>
              <StatusMark status={status} />
              <strong>{say(`status.${status}`)}</strong>
            </span>
            <span>{say(`method.rule.${status}`, settings)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
