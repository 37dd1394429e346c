import type { ReportKind } from '#domain/report.ts'
import styles from './marks.module.css'

const PATHS: Record<ReportKind, string> = {
  queue: 'M2 12h3v-3H2zM6.5 12h3v-3h-3zM11 12h3v-3h-3zM2 5h12',
  price: 'M2 8l6-6h6v6l-6 6zM11 5h.01',
  convoy: 'M1 4h9v7H1zM10 6h3l2 2.5V11h-5M4 13h.01M12 13h.01',
  incident: 'M8 2l6.5 11.5h-13zM8 6.5v3M8 11.5h.01',
  bulletin: 'M3 1.5h10v13H3zM5.5 5h5M5.5 8h5M5.5 11h3',
}

/** A small sign of the kind of report. The word stands beside it for those who do not see it. */
export function KindMark({ kind }: { kind: ReportKind }) {
  return (
    <svg className={styles['kind']} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[kind]} />
    </svg>
  )
}
