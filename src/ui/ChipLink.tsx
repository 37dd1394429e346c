import type { ReactNode } from 'react'
import styles from './Button.module.css'

type Props = {
  href: string
  /** What it leads to, where the text alone leaves it open; the text is a part of it. */
  label: string
  children: ReactNode
}

/** A link that stands among small buttons and looks like one of them. */
export function ChipLink({ href, label, children }: Props) {
  return (
    <a className={styles['chip']} href={href} aria-label={label}>
      {children}
    </a>
  )
}
