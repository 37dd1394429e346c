import type { Atlas } from '#domain/atlas.ts'
import type { Estimate } from '#domain/estimate.ts'
import type { Unit } from '#domain/series.ts'
import type { Headline } from '#domain/situation.ts'
import { number, percent, period, UNKNOWN } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { serverWords } from './words.ts'
import type { ServerMessage } from './words.ts'

/** Figures beside a headline that a reader of words needs to understand it. */
const PARTS: Record<string, ServerMessage> = {
  'days-of-use': 'page.part.days-of-use',
  attacks: 'page.part.attacks',
  parallel: 'page.part.parallel',
  official: 'page.part.official',
}

/** A headline figure as one sentence: what it is, its range, place and period, and how many sources say so. */
export function headlineSentence(headline: Headline, atlas: Atlas, lang: Lang): string {
  const say = serverWords(lang)
  const { id, value, unit, sources } = headline
  const name = say(`page.headline.${id}`)
  const beside = partsOf(headline, lang)
  if (value === null) {
    const inputs = headline.missing.map((each) => say(`page.missing.${each}`)).join(', ')
    const missing = beside.length === 0 ? inputs : `${inputs} (${beside.join(', ')})`
    return say('page.headline.missing', { name, missing })
  }
  const notes = [spanOf(value, unit, lang), ...beside].filter((each) => each !== null)
  const details = [
    amount(value, unit, lang) + (notes.length === 0 ? '' : ` (${notes.join(', ')})`),
    placeName(headline.place, atlas, lang),
    headline.period && period(headline.period, lang),
    say('page.headline.sources', { n: sources }),
  ]
  return say('page.headline.known', {
    name,
    details: details.filter((each) => each !== null).join(', '),
  })
}

function partsOf({ parts }: Headline, lang: Lang): string[] {
  return parts.flatMap(({ key, unit, value }) => {
    const message = PARTS[key]
    return message && value
      ? [serverWords(lang)(message, { figure: amount(value, unit, lang) })]
      : []
  })
}

/** The figure alone with its period, for a preview that has room for a line. Null where it cannot be computed. */
export function headlineBrief(headline: Headline, lang: Lang): string | null {
  const { id, value, unit } = headline
  if (value === null || headline.period === null) return null
  const say = serverWords(lang)
  const details = `${amount(value, unit, lang)} (${period(headline.period, lang)})`
  return say('page.headline.known', { name: say(`page.headline.${id}`), details })
}

function placeName(id: string | null, atlas: Atlas, lang: Lang): string | null {
  const place = id === null ? undefined : atlas.places.get(id)
  if (!place) return id
  return lang === 'fr' ? place.nameFr : place.name
}

/** "from 178 to 203 depending on the source"; null where there is nothing to span. */
function spanOf({ low, best, high }: Estimate, unit: Unit, lang: Lang): string | null {
  if (best === null || low === null || high === null || low === high) return null
  const write = (value: number) => numeral(value, unit, lang)
  return serverWords(lang)('page.headline.span', { low: write(low), high: write(high) })
}

/** The best with its unit, or what is known of the ends where nobody can say which figure is best. */
function amount({ low, best, high }: Estimate, unit: Unit, lang: Lang): string {
  const say = serverWords(lang)
  const write = (value: number) => numeral(value, unit, lang)
  const isMinutes = unit === 'hours' && (high ?? best ?? low ?? 1) < 1
  const withUnit = (value: string) =>
    say(isMinutes ? 'page.unit.minutes' : `page.unit.${unit}`, { value, n: best ?? high ?? low })
  if (best !== null) return withUnit(write(best))
  if (low !== null && high !== null) {
    const ends = { low: write(low), high: write(high) }
    return withUnit(ends.low === ends.high ? ends.low : say('page.headline.between', ends))
  }
  if (low !== null) return withUnit(say('page.headline.at-least', { low: write(low) }))
  return high === null ? UNKNOWN : withUnit(say('page.headline.at-most', { high: write(high) }))
}

function numeral(value: number, unit: Unit, lang: Lang): string {
  if (unit === 'share') return percent(value, lang)
  // "0.1 h" tells nobody how long they will stand there.
  if (unit === 'hours' && value < 1) return number(Math.round(value * 60), lang, 0)
  const isSmall = value < 2 && ['days', 'hours'].includes(unit)
  return number(value, lang, unit === 'ratio' || isSmall ? 1 : 0)
}
