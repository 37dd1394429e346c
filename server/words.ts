import { setupI18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import en from '#i18n/en/server.json'
import fr from '#i18n/fr/server.json'
import type { Lang } from '#i18n/words.ts'

export type ServerMessage = keyof typeof fr

/** Says a message of the server's own catalogue. */
export type ServerSay = (id: ServerMessage, values?: Record<string, unknown>) => string

/** A build has compiled the catalogues already; Node reads them as they are written. */
export function compiled(catalogue: Record<string, string>): Messages {
  return Object.fromEntries(
    Object.entries(catalogue).map(([id, text]) => [
      id,
      typeof text === 'string' ? compileMessage(text) : text,
    ]),
  )
}

const catalogues = {
  fr: setupI18n({ locale: 'fr', messages: { fr: compiled(fr) } }),
  en: setupI18n({ locale: 'en', messages: { en: compiled(en) } }),
}

export function serverWords(lang: Lang): ServerSay {
  return (id, values) => catalogues[lang]._(id, values)
}
