import type { Estimate } from '#domain/estimate.ts'
import type { Unit } from '#domain/series.ts'
import { number, percent, range, UNKNOWN } from '#i18n/format.ts'
import type { Scene } from './figure.ts'

type Words = Pick<Scene, 'say' | 'lang'>

/** A figure beside an axis that names its unit: "843", "34,9" (million litres), "5 min", "54 %". */
export function amount(value: number, unit: Unit, { say, lang }: Words): string {
  switch (unit) {
    case 'hours':
      return value > 0 && value < 1
        ? say('charts.minutes', { n: number(value * 60, lang, 0) })
        : say('charts.hours', { n: number(value, lang, 1) })
    case 'litres':
      return number(value / 1e6, lang, 1)
    case 'share':
      return percent(value, lang)
    case 'ratio':
      return say('charts.times', { n: number(value, lang, 1) })
    case 'days':
      return number(value, lang, 1)
    case 'tankers':
    case 'attacks':
    case 'stations':
    case 'xof-per-litre':
      break
  }
  return number(value, lang, 0)
}

/** "20 (15–40)": best, then the span where sources differ. A span without a best stands alone. */
export function estimateText(estimate: Estimate, unit: Unit, words: Words): string {
  const write = (value: number) => amount(value, unit, words)
  const span = range(estimate, write)
  if (estimate.best === null) return span
  const best = write(estimate.best)
  return span === best || span === UNKNOWN ? best : `${best} (${span})`
}
