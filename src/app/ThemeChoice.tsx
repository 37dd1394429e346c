import { useState } from 'react'
import type { Say } from '#i18n/words.ts'
import styles from './masthead.module.css'
import { chooseTheme, THEMES, themeChosen } from './theme.ts'

/** By which light the page is read: the device's own, or the reader's choice. */
export function ThemeChoice({ say }: { say: Say }) {
  const [theme, setTheme] = useState(themeChosen)
  return (
    <label className={styles['theme']}>
      <span className="hidden">{say('app.theme')}</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const next = THEMES.find((each) => each === target.value) ?? 'auto'
          chooseTheme(next)
          setTheme(next)
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {say(`theme.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
