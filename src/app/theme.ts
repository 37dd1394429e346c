export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'theme'

/** What the reader chose before; `auto` follows the device. index.html reads the same key before the first paint. */
export function themeChosen(): Theme {
  const stored = storage((local) => local.getItem(KEY))
  return THEMES.find((theme) => theme === stored) ?? 'auto'
}

/** Shows a theme at once and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'auto') delete dataset['theme']
  else dataset['theme'] = theme
  storage((local) => (theme === 'auto' ? local.removeItem(KEY) : local.setItem(KEY, theme)))
}

/** A browser that keeps nothing throws here; the choice then lasts for the visit. */
function storage<Result>(act: (local: Storage) => Result): Result | null {
  try {
    return act(localStorage)
  } catch {
    return null
  }
}
