import styles from './Skeleton.module.css'

type Props = { width?: string; height: string; className?: string }

/** A grey place-holder. Its size is the size of what will stand there. */
export function Skeleton({ width = '100%', height, className }: Props) {
  return (
    <span
      className={[styles['bone'], className].filter(Boolean).join(' ')}
      style={{ width, height }}
    />
  )
}
