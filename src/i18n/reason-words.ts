import type { Reason } from '#domain/corridor-status.ts'
import { percent, shortDay } from './format.ts'
import type { Lang, Say } from './words.ts'

/** One fact that speaks for a corridor's status: "attaque le 29 janv. 2026". */
export function reasonWords({ code, day, value }: Reason, lang: Lang, say: Say): string {
  const isShare = code === 'below-baseline' || code === 'near-baseline'
  return say(`reason.${code}`, {
    day: day === null ? '–' : shortDay(day, lang, true),
    value: isShare ? percent(value, lang) : value,
  })
}
