import { useId, useState } from 'react'
import { number } from '#i18n/format.ts'
import { Button } from '#ui/Button.tsx'
import { GREATEST_SEED, isSeed } from './asked.ts'
import styles from './demo-panel.module.css'
import type { PanelProps } from './Settings.tsx'

/** The number that the whole year grows from. */
export function SeedForm({ state, lang, say, onRestart }: PanelProps) {
  const id = useId()
  const [written, setWritten] = useState(String(state.seed))
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      className={styles['seed']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(!isSeed(written))
        if (isSeed(written)) onRestart({ scenario: state.scenario, seed: Number(written) })
      }}
    >
      <label htmlFor={id}>{say('demo.about.seed')}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={written}
        aria-invalid={isWrong}
        aria-describedby={`${id}help ${id}wrong`}
        onChange={({ target }) => setWritten(target.value)}
      />
      <Button type="submit">{say('demo.about.seed.apply')}</Button>
      <p id={`${id}wrong`} className={styles['wrong']} role="alert">
        {isWrong && say('demo.about.seed.wrong', { most: number(GREATEST_SEED, lang, 0) })}
      </p>
      <p id={`${id}help`} className={styles['aside']}>
        {say('demo.about.seed.help')}
      </p>
    </form>
  )
}
