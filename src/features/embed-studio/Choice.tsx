import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './studio.module.css'

type Props<Value extends string> = {
  legend: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose: (value: Value) => void
  /** What the choice needs or means, below it. */
  children?: ReactNode
}

/** One of a few things, all of them in sight. Native, so that arrow keys move the choice. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { legend, value, options, onChoose, children } = props
  const name = useId()
  return (
    <fieldset className={styles['choice']}>
      <legend>{legend}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
