import type { Estimate } from '#domain/estimate.ts'
import type { Unit } from '#domain/series.ts'
import type { Headline } from '#domain/situation.ts'
import { number, range, UNKNOWN } from './format.ts'
import type { Lang, Say } from './words.ts'

/** A figure as it is printed: the numeral, set large, and its unit, set small beside it. */
export type Quantity = { text: string; unit: string }

type Scale = { write: (value: number) => string; unit: (value: number) => string }

/** How figures about the size of `value` are written, so that a range and its best figure share one scale. */
function scaleOf(value: number, unit: Unit, lang: Lang, say: Say): Scale {
  const plain = (digits: number) => (each: number) => number(each, lang, digits)
  switch (unit) {
    case 'hours':
      return value > 0 && value < 1
        ? { write: (each) => number(each * 60, lang, 0), unit: () => say('unit.minutes') }
        : { write: plain(1), unit: () => say('unit.hours') }
    case 'xof-per-litre':
      return { write: plain(0), unit: () => say('unit.xof-per-litre') }
    case 'tankers':
      return { write: plain(0), unit: (n) => say('unit.tankers', { n }) }
    case 'litres':
      return value >= 1e6
        ? {
            write: (each) => number(each / 1e6, lang, 1),
            unit: (n) => say('unit.million-litres', { n: n / 1e6 }),
          }
        : { write: plain(0), unit: () => say('unit.litres') }
    case 'days':
      return { write: plain(1), unit: (n) => say('unit.days', { n }) }
    case 'stations':
      return { write: plain(0), unit: (n) => say('unit.stations', { n }) }
    case 'attacks':
      return { write: plain(0), unit: (n) => say('unit.attacks', { n }) }
    case 'share':
      return { write: (each) => number(each * 100, lang, 0), unit: () => '%' }
    case 'ratio':
      return { write: plain(2), unit: () => '×' }
  }
}

/** The one figure to print. Without a best figure its span stands in for it; with nothing, an en dash. */
export function quantity(estimate: Estimate, unit: Unit, lang: Lang, say: Say): Quantity {
  const { low, best, high } = estimate
  const size = best ?? high ?? low
  if (size === null) return { text: UNKNOWN, unit: '' }
  const scale = scaleOf(size, unit, lang, say)
  return {
    text: best === null ? spanText(estimate, unit, scale.write) : scale.write(best),
    unit: scale.unit(size),
  }
}

/**
 * "Most" is more than half: "> 50" says that better than a span up to a hundred. Where one source says most and another
 * hardly any, "> 0" would say the opposite of what is known.
 */
function spanText(estimate: Estimate, unit: Unit, write: (value: number) => string): string {
  const { low, high } = estimate
  if (unit === 'share' && low === 0 && high === 1) return range(estimate, write)
  if (unit === 'share' && low !== null && high === 1) return `> ${write(low)}`
  if (unit === 'share' && low === 0 && high !== null) return `< ${write(high)}`
  return range(estimate, write)
}

/** The span of the credible sources, with its unit; null when they agree or when the span is the figure itself. */
export function span(estimate: Estimate, unit: Unit, lang: Lang, say: Say): string | null {
  const { low, best, high } = estimate
  if (best === null || (low === null && high === null) || (low === best && high === best))
    return null
  const scale = scaleOf(best, unit, lang, say)
  return join({ text: range(estimate, scale.write), unit: scale.unit(high ?? best) }, lang)
}

/** "875 citernes", "54 %", "× 1,6": numeral and unit as one piece of text that does not break. */
function join({ text, unit }: Quantity, lang: Lang): string {
  if (unit === '') return text
  if (unit === '×') return `×\u00A0${text}`
  return unit === '%' && lang === 'en' ? `${text}%` : `${text}\u00A0${unit}`
}

/** The same in one step. */
export function quantityText(estimate: Estimate, unit: Unit, lang: Lang, say: Say): string {
  return join(quantity(estimate, unit, lang, say), lang)
}

/** What a headline's range is: of all sources, or of the middle half of many field reports, whose extremes say little. */
export function rangeWords(
  { caveats }: Pick<Headline, 'caveats'>,
  range: string,
  say: Say,
): string {
  return say(caveats.includes('middle-half') ? 'headline.range.middle' : 'headline.range', {
    range,
  })
}
