import { setupI18n } from '@lingui/core'
import type { I18n, Messages } from '@lingui/core'
import enShell from './en/shell.json'
import type { detail as frDetail } from './fr/detail.ts'
import frShell from './fr/shell.json'
import type frServer from './fr/server.json'

export type Lang = 'fr' | 'en'
export const LANGS = ['fr', 'en'] as const satisfies Lang[]

/** Every message there is. French is the reference; a test holds English to it. */
export type MessageId = keyof typeof frShell | keyof typeof frDetail | keyof typeof frServer

/** Says a message in the language of the reader. */
export type Say = (id: MessageId, values?: Record<string, unknown>) => string

// The build compiles the catalogues (see vite.config.ts), so their true type is Lingui's, not JSON's.
const shell = { fr: frShell, en: enShell } as unknown as Record<Lang, Messages>

const load: Record<Lang, () => Promise<{ detail: unknown }>> = {
  fr: () => import('./fr/detail.ts'),
  en: () => import('./en/detail.ts'),
}

const catalogues: Record<Lang, I18n> = {
  fr: setupI18n({ locale: 'fr', messages: { fr: shell.fr } }),
  en: setupI18n({ locale: 'en', messages: { en: shell.en } }),
}

const loading: Partial<Record<Lang, Promise<void>>> = {}

/** The words of the first paint are there at once; those of everything else after `wordsReady`. */
export function wordsIn(lang: Lang): Say {
  return (id, values) => catalogues[lang]._(id, values)
}

/** Fetches the rest of a language's words, once. The same promise every time, so React's `use` can read it. */
export function wordsReady(lang: Lang): Promise<void> {
  loading[lang] ??= load[lang]().then(({ detail }) => {
    catalogues[lang].load(lang, detail as Messages)
    return undefined
  })
  return loading[lang]
}
