import type { CorridorStatus } from '#domain/corridor-status.ts'
import styles from './marks.module.css'

const DASHES: Record<CorridorStatus, string | undefined> = {
  open: undefined,
  escort: undefined,
  restricted: '12 4',
  contested: '5 3.5',
  cut: '0.1 6',
  unknown: '2 5',
}

/** A stretch of line drawn as the map draws the status: told by its dashes, rails and crosses as well as its colour. */
export function StatusMark({ status }: { status: CorridorStatus }) {
  return (
    <svg
      className={styles['status']}
      viewBox="0 0 44 12"
      width="44"
      height="12"
      data-status={status}
      aria-hidden="true"
    >
      {status === 'escort' && <path d="M2 2H42M2 10H42" strokeWidth="1.5" />}
      <path
        d="M3 6H41"
        strokeWidth={status === 'unknown' ? 2 : 4}
        strokeDasharray={DASHES[status]}
        strokeLinecap={status === 'cut' || status === 'open' ? 'round' : 'butt'}
      />
      {status === 'cut' && <path d="M18 2l8 8M26 2l-8 8" strokeWidth="2.4" />}
    </svg>
  )
}
