import type { Opened } from '#domain/address.ts'
import type { Happening, Voice } from '#domain/happening.ts'
import type { Role } from '#domain/role.ts'
import type { Day } from '#domain/time.ts'
import { period } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { HandlingMark } from '#ui/DataMark.tsx'
import { accountText, ageText, countText, titleOf } from '#figures/map/facts-words.ts'
import styles from './map.module.css'
import { AREA_FROM_METRES, spotOf } from '#figures/map/spot.ts'
import type { Places } from '#figures/map/spot.ts'
import { missingText } from '#figures/map/toll-words.ts'

export type FactsProps = {
  at: Day
  places: Places
  lang: Lang
  say: Say
  reader: Role
  onOpen: (opened: Opened) => void
}

/** A convoy or an incident in words: its date, every figure with its range, who says so, and how rough the place is. */
export function HappeningFacts(props: FactsProps & { happening: Happening }) {
  const { happening, at, places, lang, say, reader, onOpen } = props
  const { accounts, claim, witnesses } = happening
  const spot = spotOf(happening.position, places)
  const km =
    spot && spot.radiusMetres >= AREA_FROM_METRES ? Math.round(spot.radiusMetres / 1000) : null
  const missing =
    happening.kind === 'incident'
      ? missingText(happening, say)
      : accounts.length === 0 && say('say.toll-unknown')
  // Who wrote twice of it, and as well, is one source.
  const told = [
    ...new Set(witnesses.map(({ source, code }) => say('map.source', { source, code }))),
  ]
  const title = titleOf(happening, places, lang, say)
  return (
    <>
      <strong className={styles['name']}>{title}</strong>
      <p className={styles['when']}>
        {period(happening.period, lang)} · {ageText(happening.period.to, at, say)}
        {spot === null && ` · ${say('map.no-position')}`}
        {km !== null && ` · ${say('map.rough', { km })}`}{' '}
        <HandlingMark handling={happening.handling} reader={reader} say={say} />
      </p>
      {claim && <p className={styles['claimed']}>{say('map.claim')}</p>}
      <ul className={styles['figures']}>
        {missing && <li>{missing}</li>}
        {accounts.map((account) => (
          <li key={account.quantity}>
            <b>{accountText(account, lang, say)}</b>
            {account.claims.length > 0 && (
              <>
                {' '}
                {say('map.claims', {
                  list: account.claims.map((each) => voice(each, lang, say)).join(', '),
                })}
              </>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['when']}>
        {say('map.sources', {
          n: told.length,
          list: told.join(', '),
        })}
      </p>
      <Button look="link" onClick={() => onOpen({ kind: 'event', id: happening.id })}>
        {say('map.open.event')}
        <span className="hidden">{` ${title}`}</span>
      </Button>
    </>
  )
}

function voice({ value, source, code }: Voice, lang: Lang, say: Say): string {
  return say('map.voice', { value: countText(value, lang, say), source, code })
}
