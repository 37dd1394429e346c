import type { Headline } from '#domain/situation.ts'
import { number, period } from '#i18n/format.ts'
import { quantity, quantityText } from '#i18n/quantity.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { exactly } from '#domain/estimate.ts'

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
  const when = period(previous.period, lang)
  const [now, then] = [value.best, previous.value.best]
  // Four days against a whole week is no fall.
  if (now === null || then === null || headline.caveats.includes('partial-week'))
    return { direction: 'none', text: say('headline.was', { before, period: when }) }
  const difference = Math.abs(now - then)
  const change =
    unit === 'share'
      ? say('unit.points', { n: difference * 100, value: number(difference * 100, lang, 0) })
      : unit === 'ratio'
        ? number(difference, lang, 2)
        : quantityText(exactly(difference), unit, lang, say)
  if (now === then)
    return { direction: 'same', text: say('headline.same', { before, period: when }) }
  return now > then
    ? { direction: 'up', text: say('headline.rise', { change, before, period: when }) }
    : { direction: 'down', text: say('headline.fall', { change, before, period: when }) }
}
