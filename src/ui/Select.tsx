import type { ReactNode } from 'react'
import styles from './Select.module.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** `<option>`s, the one for "no choice" first. */
  children: ReactNode
  /** True when something else than the first is chosen. */
  active: boolean
}

/** A native choice: it works by touch, by keyboard and with a screen reader as the reader is used to. */
export function Select({ label, value, onChange, children, active }: Props) {
  return (
    <label className={styles['select']} data-active={active}>
      <span className="hidden">{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </label>
  )
}
