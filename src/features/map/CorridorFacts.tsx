import type { CorridorState } from '#domain/corridor-status.ts'
import { longDay } from '#i18n/format.ts'
import { reasonWords } from '#i18n/reason-words.ts'
import { Button } from '#ui/Button.tsx'
import type { FactsProps } from './HappeningFacts.tsx'
import { LineSample } from './LineSample.tsx'
import styles from './map.module.css'

type Props = Pick<FactsProps, 'lang' | 'say' | 'onOpen'> & {
  state: CorridorState
  /** Names of the corridors drawn, and of the legs whose state differs from the axis'. */
  drawn: readonly string[]
  apart: readonly { name: string; status: CorridorState['status'] }[]
}

/** A way in, in words: its status, what speaks for it, what it was when last known, and which roads are drawn. */
export function CorridorFacts({ state, drawn, apart, lang, say, onOpen }: Props) {
  const { axis, status, reasons, lastKnown, lastReported } = state
  return (
    <>
      <strong className={styles['name']}>
        {say(`axis.${axis}`)}{' '}
        <LineSample status={status} lastKnown={lastKnown?.status ?? null} width={3} long={28} />{' '}
        {say(`status.${status}`)}
      </strong>
      <p className={styles['when']}>
        {lastReported === null
          ? say('corridor.never')
          : say('corridor.last-reported', { day: longDay(lastReported, lang) })}
        {status === 'unknown' && lastKnown && (
          <>
            {' · '}
            {say('corridor.last-known', {
              status: say(`status.${lastKnown.status}`),
              day: longDay(lastKnown.day, lang),
            })}
          </>
        )}
      </p>
      <ul className={styles['figures']}>
        {reasons.map((reason, i) => (
          <li key={i}>{reasonWords(reason, lang, say)}</li>
        ))}
        {apart.map(({ name, status: own }) => (
          <li key={name}>{say('say.figure', { name, value: say(`status.${own}`) })}</li>
        ))}
      </ul>
      {drawn.length > 0 && (
        <p className={styles['when']}>
          {say('map.drawn', { n: drawn.length, list: drawn.join(' ; ') })}
        </p>
      )}
      <Button look="link" onClick={() => onOpen({ kind: 'corridor', id: axis })}>
        {say('map.open.corridor')}
        <span className="hidden">{` ${say(`axis.${axis}`)}`}</span>
      </Button>
    </>
  )
}
