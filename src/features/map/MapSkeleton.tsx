import styles from './map.module.css'

/** The frame of the map before there is one, at its final size. */
export function MapSkeleton() {
  return <div className={styles['stage']} />
}
