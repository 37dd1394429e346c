import { DataMark } from '#ui/DataMark.tsx'
import styles from './map.module.css'
import { OVER_MAP } from './over-map-mark.ts'
import type { Tiles } from './tiles.ts'

type Props = { day: string; mark: string | null; tiles: Tiles | null }

/**
 * What is written over the lower edge of the map: the day that it shows, large, which the map's name says too, and who made
 * what it is drawn from. However long that is, it does not cover the day.
 */
export function MapEdge({ day, mark, tiles }: Props) {
  return (
    <div className={styles['edge']}>
      <p className={styles['date']} {...OVER_MAP} aria-hidden="true">
        {day} <DataMark mark={mark} />
      </p>
      <p className={styles['credit']} {...OVER_MAP}>
        {tiles && `${tiles.attribution} · `}
        <a href="https://www.openstreetmap.org/copyright">© OpenStreetMap contributors</a> · Natural
        Earth
      </p>
    </div>
  )
}
