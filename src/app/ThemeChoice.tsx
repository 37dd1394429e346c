import { useState, useSyncExternalStore } from 'react'
import type { Say } from '#i18n/words.ts'
import { Select } from '#ui/Select.tsx'
import { chooseTheme, THEMES, themeChosen } from './theme.ts'
import type { Theme } from './theme.ts'

/** By which light the page is read: the device's own, or the reader's choice. */
export function ThemeChoice({ say }: { say: Say }) {
  // The server knows nobody's choice.
  const before = useSyncExternalStore<Theme>(keepsStill, themeChosen, () => 'auto')
  const [chosen, setChosen] = useState<Theme | null>(null)
  const theme = chosen ?? before
  return (
    <Select
      label={say('app.theme')}
      value={theme}
      active={theme !== 'auto'}
      onChange={(value) => {
        const next = THEMES.find((each) => each === value) ?? 'auto'
        chooseTheme(next)
        setChosen(next)
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

/** Nobody but this choice itself changes it while the page is open. */
const keepsStill = () => () => undefined
