import type { Day } from '#domain/time.ts'
import type { Pointer } from '#ui/pointer.ts'
import { usePointed } from '#ui/use-pointed.ts'
import styles from './charts.module.css'

type Props = {
  pointer: Pointer
  at: Day
  /** Where a day stands, px from the left end of the time axis. */
  toX: (day: Day) => number
}

/** The line across a chart at the day pointed at, on whichever chart that is, or else at the day shown. */
export function Rule({ pointer, at, toX }: Props) {
  const pointed = usePointed(pointer)
  return (
    <span
      className={styles[pointed === null ? 'at' : 'pointed']}
      // Moved, not laid out: it moves with the hand.
      style={{ transform: `translateX(${Math.round(toX(pointed ?? at))}px)` }}
    />
  )
}
