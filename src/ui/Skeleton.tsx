import styles from './Skeleton.module.css'
import { useTakenOver } from './use-taken-over.ts'

type Props = { width?: string; height: string; className?: string }

/** A grey place-holder. Its size is the size of what will stand there. */
export function Skeleton({ width = '100%', height, className }: Props) {
  // Its size is a style of its own, which no policy would let the server write.
  if (!useTakenOver()) return null
  return (
    <span
      className={[styles['bone'], className].filter(Boolean).join(' ')}
      style={{ width, height }}
    />
  )
}
