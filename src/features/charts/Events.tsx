import { memo } from 'react'
import type { Day } from '#domain/time.ts'
import type { Note } from '#figures/figure.ts'
import styles from './charts.module.css'

type Props = {
  notes: readonly Note[]
  /** Where a day stands on the time axis, 0–1. */
  partOf: (day: Day) => number
}

/** The numbered events, as lines across all panels. */
export const Events = memo(function Events({ notes, partOf }: Props) {
  return notes.map(({ number, day }) => (
    <span
      key={number}
      className={styles['note']}
      style={{ left: `${(partOf(day) * 100).toFixed(3)}%` }}
    >
      <b>{number}</b>
    </span>
  ))
})
