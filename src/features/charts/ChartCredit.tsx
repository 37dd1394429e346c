import { memo } from 'react'
import { creditOf } from '#figures/credit-of.ts'
import type { Drawing, Scene } from '#figures/figure.ts'
import { DataMark } from '#ui/DataMark.tsx'
import styles from './charts.module.css'

type Props = {
  drawings: readonly Drawing[]
  scene: Scene
  /** Caveats that hold for every frame, and are said once below them all. */
  said: readonly string[]
}

/** Who says so, from how many reports, as of when, and what to mind before quoting it. */
export const ChartCredit = memo(function ChartCredit({ drawings, scene, said }: Props) {
  return (
    <>
      {creditOf(drawings, scene, said).map(({ lead, text }) => (
        <span key={`${lead} ${text}`} className={styles['credit']}>
          {lead !== null && <b>{lead} </b>}
          {text}
        </span>
      ))}
      <DataMark mark={scene.mark} />
    </>
  )
})
