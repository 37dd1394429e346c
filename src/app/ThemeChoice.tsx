import { useState } from 'react'
import type { Say } from '#i18n/words.ts'
import { Select } from '#ui/Select.tsx'
import { chooseTheme, THEMES, themeChosen } from './theme.ts'

/** By which light the page is read: the device's own, or the reader's choice. */
export function ThemeChoice({ say }: { say: Say }) {
  const [theme, setTheme] = useState(themeChosen)
  return (
    <Select
      label={say('app.theme')}
      value={theme}
      active={theme !== 'auto'}
      onChange={(value) => {
        const next = THEMES.find((each) => each === value) ?? 'auto'
        chooseTheme(next)
        setTheme(next)
      }}
    >
      {THEMES.map((each) => (
        <option key={each} value={each}>
          {say(`theme.${each}`)}
        </option>
      ))}
    </Select>
  )
}
