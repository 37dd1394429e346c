/** What the page's colours hang on: when one of these changes, what is drawn must be drawn anew. */
const MEDIA = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']
/** Dots a pixel on paper, where a screen's would be coarse. */
const PAPER_GRAIN = 3

/** Whatever has been read or made of the present colours, by its name. */
const known = new Map<string, unknown>()
const watchers = new Set<() => void>()
let isOnPaper = false
let stopWatching = () => {}

/** What `make` gives, made once until colours or grain change. */
export function once<Made>(name: string, make: () => Made): Made {
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as Made
}

/**
 * A colour of the page as a canvas takes it, from `--name` or `var(--name)`: read once, until the theme changes. Any other
 * text is a colour already.
 */
export function colorOf(text: string): string {
  if (!text.includes('--')) return text
  return once(text, () => {
    const token = /--[\w-]+/.exec(text)?.[0] ?? ''
    return getComputedStyle(document.documentElement).getPropertyValue(token).trim()
  })
}

/** The page's letters, as a canvas takes them after a size. */
export function fontFamily(): string {
  return once('font', () => getComputedStyle(document.body).fontFamily)
}

/** True where the reader's own few colours replace ours. */
export function isForced(): boolean {
  return once('forced', () => matchMedia('(forced-colors: active)').matches)
}

/** Dots of the canvas for a pixel of the page. */
export function grain(): number {
  return isOnPaper ? PAPER_GRAIN : Math.max(1, devicePixelRatio)
}

/** Calls `draw` at once whenever colours or grain have changed, until the function given back is called. */
export function onColors(draw: () => void): () => void {
  watchers.add(draw)
  if (watchers.size === 1) stopWatching = watch()
  return () => {
    watchers.delete(draw)
    if (watchers.size === 0) stopWatching()
  }
}

function watch(): () => void {
  const root = document.documentElement
  const change = () => {
    known.clear()
    for (const draw of watchers) draw()
  }
  const theme = new MutationObserver(change)
  theme.observe(root, { attributeFilter: ['data-theme'] })
  const media = [...MEDIA, `(resolution: ${devicePixelRatio}dppx)`].map((each) => matchMedia(each))
  for (const each of media) each.addEventListener('change', change)
  const onPaper = ({ type }: Event) => {
    isOnPaper = type === 'beforeprint'
    // Paper is light, and is asked for before its style counts.
    const chosen = root.dataset['theme']
    if (isOnPaper) root.dataset['theme'] = 'light'
    change()
    if (!isOnPaper) return
    if (chosen === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = chosen
    theme.takeRecords()
  }
  addEventListener('beforeprint', onPaper)
  addEventListener('afterprint', onPaper)
  return () => {
    theme.disconnect()
    for (const each of media) each.removeEventListener('change', change)
    removeEventListener('beforeprint', onPaper)
    removeEventListener('afterprint', onPaper)
  }
}
