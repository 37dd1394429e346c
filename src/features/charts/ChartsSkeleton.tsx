import { Skeleton } from '#ui/Skeleton.tsx'
import styles from './charts.module.css'
import { FRAMES } from './layout.ts'

/** As tall as the frames will be: title, text, drawing, tools, credit. */
export function ChartsSkeleton() {
  return (
    <div className={styles['frames']}>
      {FRAMES.map(({ metrics, height }) => (
        <div key={metrics[0]} className={styles['bones']}>
          <Skeleton height="1.4rem" width="80%" />
          <Skeleton height="2.4rem" />
          <Skeleton height={`${height + 24}px`} />
          <Skeleton height="4.5rem" />
        </div>
      ))}
    </div>
  )
}
