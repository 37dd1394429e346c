import type { Reason } from '#domain/corridor-status.ts'
import { percent, period, shortDay, UNKNOWN } from './format.ts'
import type { Lang, Say } from './words.ts'

/** One fact that speaks for a corridor's status: "attaque le 29 janv. 2026", "attaque (1–31 janv. 2026)". */
export function reasonWords(reason: Reason, lang: Lang, say: Say): string {
  const { code, until, value } = reason
  const isShare = code === 'below-baseline' || code === 'near-baseline'
  // A count that nobody gave is left out of the sentence: it is not a zero.
  const told = code === 'arrivals' && value === null ? 'arrivals-uncounted' : code
  return say(`reason.${told}`, {
    day: dayWords(reason, lang),
    span: until === null ? 'day' : 'within',
    value: isShare ? percent(value, lang) : value,
  })
}

/** A source that gives a span names no day in it, so neither do we. */
function dayWords({ day, until }: Reason, lang: Lang): string {
  if (day === null) return UNKNOWN
  return until === null ? shortDay(day, lang, true) : period({ from: day, to: until }, lang)
}
