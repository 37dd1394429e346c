/**
 * A host that only hands out files has a page of each chart, language and theme, drawn ahead. Its name says these three, so
 * that the right one stands there without any script; the rest of the question follows, and is for the page's script.
 */
const DRAWN = /^(.*\/embed\/)([a-z]+)-(fr|en)(?:-(light|dark))?\.html$/
const ANSWERED = /^(.*\/embed\/)([a-z]+)$/

/** Any host: addresses here are paths. */
const SOME_HOST = 'http://localhost'

/**
 * Where the page of an embed is drawn ahead: "/embed/wait?last=90d&theme=dark&lang=en" is "/embed/wait-en-dark.html?last=90d".
 * `others` are added to what it asks. Throws for what is no embed in a language.
 */
export function drawnAddress(address: string, others: Record<string, string> = {}): string {
  const { pathname, searchParams: search } = new URL(address, SOME_HOST)
  const [, folder, chart] = ANSWERED.exec(pathname) ?? []
  const lang = search.get('lang')
  if (folder === undefined || lang === null) throw new RangeError(`${address} is no embed.`)
  const theme = search.get('theme') ?? 'auto'
  search.delete('lang')
  search.delete('theme')
  for (const [name, value] of Object.entries(others)) search.set(name, value)
  const asked = search.size === 0 ? '' : `?${search.toString()}`
  return `${folder}${chart}-${lang}${theme === 'auto' ? '' : `-${theme}`}.html${asked}`
}

/** The way back: what a server is asked for the page that is drawn ahead at `address`; any other address stays as it is. */
export function answeredAddress(address: string): string {
  const { pathname, searchParams: search } = new URL(address, SOME_HOST)
  const [, folder, chart, lang, theme] = DRAWN.exec(pathname) ?? []
  if (folder === undefined || lang === undefined) return address
  if (theme !== undefined) search.set('theme', theme)
  search.set('lang', lang)
  return `${folder}${chart}?${search.toString()}`
}
