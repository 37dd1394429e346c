import type { Period } from '#domain/time.ts'
import type { Pointer } from '#ui/pointer.ts'
import { usePointed } from '#ui/use-pointed.ts'
import { middleOf } from './axis.ts'
import styles from './timeline.module.css'

/** The day pointed at, on any chart or here, as a line across the track. */
export function PointedDay({ pointer, from, to }: Period & { pointer: Pointer }) {
  const day = usePointed(pointer)
  if (day === null || day < from || day > to) return null
  return (
    <div className={styles['pointing']}>
      <i className={styles['pointed']} style={{ left: middleOf(day, { from, to }) }} />
    </div>
  )
}
