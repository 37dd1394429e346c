import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './demo-panel.module.css'

type Choice<Value> = { value: Value; name: string; about: string }
type Props<Value> = {
  legend: string
  choices: readonly Choice<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
  children?: ReactNode
}

/** One of a few, each with the line that says what it means. */
export function Choices<Value extends string | number>(props: Props<Value>) {
  const { legend, choices, chosen, onChoose, children } = props
  const id = useId()
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {choices.map(({ value, name, about }) => (
        <div key={value} className={styles['choice']}>
          <input
            type="radio"
            id={`${id}${value}`}
            name={id}
            value={value}
            checked={value === chosen}
            aria-describedby={`${id}${value}about`}
            onChange={() => onChoose(value)}
          />
          <label htmlFor={`${id}${value}`}>{name}</label>
          <small id={`${id}${value}about`}>{about}</small>
        </div>
      ))}
      {children}
    </fieldset>
  )
}
