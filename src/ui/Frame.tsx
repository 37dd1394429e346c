import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './Frame.module.css'

type Props = {
  title: ReactNode
  /** Level of the title in the page's outline. */
  level: 2 | 3
  /** What the title leaves out: unit, period. */
  standfirst?: ReactNode
  /** Controls on the title's line. */
  tools?: ReactNode
  /** Sources, as-of, n. */
  credit?: ReactNode
  className?: string
  children: ReactNode
}

/** A titled part of the page: a rule above, a serif title, the thing itself, and who says so below. */
export function Frame({ title, level, standfirst, tools, credit, className, children }: Props) {
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={id}
      className={[styles['frame'], className].filter(Boolean).join(' ')}
    >
      <header className={styles['head']}>
        <Title id={id} className={styles['title']}>
          {title}
        </Title>
        {tools}
      </header>
      {standfirst && <p className={styles['standfirst']}>{standfirst}</p>}
      {children}
      {credit && <p className={styles['credit']}>{credit}</p>}
    </section>
  )
}
