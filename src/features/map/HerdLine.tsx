import type { Happening } from '#domain/happening.ts'
import { number, period } from '#i18n/format.ts'
import { Button } from '#ui/Button.tsx'
import { HandlingMark } from '#ui/DataMark.tsx'
import { titleOf } from '#figures/map/facts-words.ts'
import { tankersArrived } from '#figures/map/happening-look.ts'
import type { FactsProps } from './HappeningFacts.tsx'
import styles from './map.module.css'

/** One convoy among several at a place: what it is, when, how many; the rest is in its sheet. */
export function HerdLine(props: FactsProps & { happening: Happening }) {
  const { happening, places, lang, say, reader, onOpen } = props
  const tankers = tankersArrived(happening)
  return (
    <>
      <Button look="link" onClick={() => onOpen({ kind: 'event', id: happening.id })}>
        {titleOf(happening, places, lang, say)}
      </Button>{' '}
      <HandlingMark handling={happening.handling} reader={reader} say={say} />
      <span className={styles['when']}>
        {period(happening.period, lang)}
        {tankers !== null &&
          ` · ${say('count.tankersArrived', { n: tankers, value: number(tankers, lang, 0) })}`}
      </span>
    </>
  )
}
