import type { Age } from '#figures/map/happening-look.ts'
import styles from './map.module.css'

type Props = { size: number; tankers: number | null; age: Age; claim: boolean }

/** A diamond: full with a known toll, hollow without one, hatched for a mere claim; paler as it grows old. */
export function IncidentSign({ size, tankers, age, claim }: Props) {
  const kind = claim ? 'claim' : tankers === null ? 'hollow' : 'full'
  return (
    <span className={styles['incident']} aria-hidden="true">
      <i data-age={age} data-kind={kind} style={{ width: size * 0.72, height: size * 0.72 }} />
      {tankers !== null && size >= 20 && <b data-age={age}>{tankers}</b>}
    </span>
  )
}
