import type { ReactNode } from 'react'
import styles from './Notice.module.css'

type Props = { tone: 'plain' | 'warn'; role?: 'alert' | 'note'; children: ReactNode }

/** A few words that stand apart from the text: a state, a caution. */
export function Notice({ tone, role, children }: Props) {
  return (
    <div className={styles[tone]} role={role}>
      {children}
    </div>
  )
}
