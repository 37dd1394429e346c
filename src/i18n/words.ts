import { setupI18n } from '@lingui/core'
import type { I18n, Messages } from '@lingui/core'
import enShell from './en/shell.json'
import type frAccess from './fr/access.json'
import type { embed as frEmbed } from './fr/embed.ts'
import type frDefine from './fr/define.json'
import type frDemo from './fr/demo.json'
import type { detail as frDetail } from './fr/detail.ts'
import type { later as frLater } from './fr/later.ts'
import type frMethod from './fr/method.json'
import frShell from './fr/shell.json'
import type frServer from './fr/server.json'

export type Lang = 'fr' | 'en'

/** Every message there is. French is the reference; a test holds English to it. */
export type MessageId =
  | keyof typeof frShell
  | keyof typeof frDetail
  | keyof typeof frLater
  | keyof typeof frDefine
  | keyof typeof frEmbed
  | keyof typeof frMethod
  | keyof typeof frAccess
  | keyof typeof frServer
  | keyof typeof frDemo

/** Says a message in the language of the reader. */
export type Say = (id: MessageId, values?: Record<string, unknown>) => string

// The build compiles the catalogues (see vite.config.ts), so their true type is Lingui's, not JSON's.
const shell = { fr: frShell, en: enShell } as unknown as Record<Lang, Messages>

/** Words that nothing needs before the first paint: those of the map, of what stands around it, of what figures mean, of the method page, of signing in, and of what leaves the product. */
export type Part = 'detail' | 'later' | 'define' | 'method' | 'access' | 'embed'

const load: Record<Lang, Record<Part, () => Promise<unknown>>> = {
  fr: {
    detail: async () => (await import('./fr/detail.ts')).detail,
    later: async () => (await import('./fr/later.ts')).later,
    define: async () => (await import('./fr/define.json')).default,
    method: async () => (await import('./fr/method.json')).default,
    access: async () => (await import('./fr/access.json')).default,
    embed: async () => (await import('./fr/embed.ts')).embed,
  },
  en: {
    detail: async () => (await import('./en/detail.ts')).detail,
    later: async () => (await import('./en/later.ts')).later,
    define: async () => (await import('./en/define.json')).default,
    method: async () => (await import('./en/method.json')).default,
    access: async () => (await import('./en/access.json')).default,
    embed: async () => (await import('./en/embed.ts')).embed,
  },
}

const catalogues: Record<Lang, I18n> = {
  fr: setupI18n({ locale: 'fr', messages: { fr: shell.fr } }),
  en: setupI18n({ locale: 'en', messages: { en: shell.en } }),
}

const says: Record<Lang, Say> = {
  fr: (id, values) => catalogues.fr._(id, values),
  en: (id, values) => catalogues.en._(id, values),
}

/** The words of the first paint are there at once; those of everything else after `wordsReady`. */
export function wordsIn(lang: Lang): Say {
  return says[lang]
}

/** Words that came from elsewhere than the product's own parts: the demo brings its own. */
export function addWords(lang: Lang, messages: unknown): void {
  catalogues[lang].load(lang, messages as Messages)
}

const loading = new Map<string, Promise<void>>()
const partsInUse = new Set<Part>()

/** Fetches a part of a language's words, once. After a failure the next call tries anew. */
export function wordsReady(lang: Lang, part: Part): Promise<void> {
  partsInUse.add(part)
  const key = `${lang}/${part}`
  const underWay = loading.get(key)
  if (underWay) return underWay
  const ready = load[lang][part]().then(
    (messages) => addWords(lang, messages),
    (error: unknown) => {
      loading.delete(key)
      throw error
    },
  )
  loading.set(key, ready)
  return ready
}

/** Resolves when `lang` has the words for everything that is on the screen: then it may be switched to. */
export async function languageReady(lang: Lang): Promise<void> {
  const { size } = partsInUse
  await Promise.all([...partsInUse].map((part) => wordsReady(lang, part)))
  // What has come onto the screen meanwhile needs its words too.
  if (partsInUse.size > size) await languageReady(lang)
}
