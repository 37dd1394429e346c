import { DataMark } from '#ui/DataMark.tsx'
import styles from './map.module.css'
import { OVER_MAP } from './over-map-mark.ts'
import type { Tiles } from './tiles.ts'

/** The day that the map shows, large, in its corner; the map's name says it too. */
export function MapDate({ day, mark }: { day: string; mark: string | null }) {
  return (
    <p className={styles['date']} {...OVER_MAP} aria-hidden="true">
      {day} <DataMark mark={mark} />
    </p>
  )
}

/** Who made what the map is drawn from. */
export function MapCredit({ tiles }: { tiles: Tiles | null }) {
  return (
    <p className={styles['credit']} {...OVER_MAP}>
      {tiles && `${tiles.attribution} · `}
      <a href="https://www.openstreetmap.org/copyright">© OpenStreetMap contributors</a> · Natural
      Earth
    </p>
  )
}
