import { setupI18n } from '@lingui/core'
import type { I18n } from '@lingui/core'
import enCharts from '#i18n/en/charts.json'
import enDomain from '#i18n/en/domain.json'
import enEmbed from '#i18n/en/embed.json'
import enMap from '#i18n/en/map.json'
import enRecord from '#i18n/en/record.json'
import enScreen from '#i18n/en/screen.json'
import enShell from '#i18n/en/shell.json'
import frCharts from '#i18n/fr/charts.json'
import frDomain from '#i18n/fr/domain.json'
import frEmbed from '#i18n/fr/embed.json'
import frMap from '#i18n/fr/map.json'
import frRecord from '#i18n/fr/record.json'
import frScreen from '#i18n/fr/screen.json'
import frShell from '#i18n/fr/shell.json'
import type { Lang, Say } from '#i18n/words.ts'
import { compiled } from './words.ts'

const catalogues: Record<Lang, Record<string, string>> = {
  fr: { ...frShell, ...frDomain, ...frMap, ...frCharts, ...frRecord, ...frScreen, ...frEmbed },
  en: { ...enShell, ...enDomain, ...enMap, ...enCharts, ...enRecord, ...enScreen, ...enEmbed },
}

const made = new Map<Lang, I18n>()

/** The words of figures and of the frames around them; compiled when first asked for. */
export function figureWords(lang: Lang): Say {
  const i18n =
    made.get(lang) ?? setupI18n({ locale: lang, messages: { [lang]: compiled(catalogues[lang]) } })
  made.set(lang, i18n)
  return (id, values) => i18n._(id, values)
}
