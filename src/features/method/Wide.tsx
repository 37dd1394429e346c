import type { ReactNode } from 'react'
import styles from './method.module.css'

/** Something that may be wider than a phone: it scrolls by itself, by finger and by key. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard cannot scroll
    <div className={styles['scroll']} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
