import { exactly } from '#domain/estimate.ts'
import type { Unit } from '#domain/series.ts'
import type { Headline } from '#domain/situation.ts'
import { number, period } from '#i18n/format.ts'
import { quantity, quantityText } from '#i18n/quantity.ts'
import type { Lang, Say } from '#i18n/words.ts'

export type Change = { direction: 'up' | 'down' | 'same' | 'none'; text: string }

/**
 * How a figure moved against the period before, in words. Null without a previous figure. Where either has
 * only a span, or covers part of a period, the two are put side by side: a difference would claim too much.
 */
export function changeText(headline: Headline, lang: Lang, say: Say): Change | null {
  const { value, previous, unit } = headline
  if (value === null || previous === null) return null
  const { text, unit: word } = quantity(previous.value, unit, lang, say)
  // "324 citernes de moins que 843": the unit is not said twice, unless the scale may differ.
  const before =
    word === '' || unit === 'tankers' ? text : quantityText(previous.value, unit, lang, say)
  const words = { before, period: period(previous.period, lang) }
  const [now, then] = [value.best, previous.value.best]
  // Four days against a whole week is no fall.
  if (now === null || then === null || headline.caveats.includes('partial-week'))
    return { direction: 'none', text: say('headline.was', words) }
  if (now === then) return { direction: 'same', text: say('headline.same', words) }
  const direction = now > then ? 'up' : 'down'
  // A difference of ratios is no quantity that anybody speaks of.
  if (unit === 'ratio') return { direction, text: say('headline.was', words) }
  const change = differenceText(Math.abs(now - then), unit, lang, say)
  return {
    direction,
    text: say(direction === 'up' ? 'headline.rise' : 'headline.fall', { ...words, change }),
  }
}

function differenceText(difference: number, unit: Unit, lang: Lang, say: Say): string {
  if (unit !== 'share') return quantityText(exactly(difference), unit, lang, say)
  return say('unit.points', { n: difference * 100, value: number(difference * 100, lang, 0) })
}
