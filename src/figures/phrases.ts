import type { Day, Period } from '#domain/time.ts'
import { dayAndMonth, number } from '#i18n/format.ts'
import type { MessageId } from '#i18n/words.ts'
import type { Scene } from './figure.ts'

/** "5 minutes", "3 hours": a wait in running text, in hours. */
export function durationText(hours: number, { say, lang }: Scene): string {
  if (hours > 0 && hours < 1) return say('charts.duration.minutes', { n: Math.round(hours * 60) })
  return say('charts.duration.hours', {
    n: Math.round(hours * 10) / 10,
    text: number(hours, lang, 1),
  })
}

/** The first day of a period in running text: "2 février". */
export function dayText({ from }: Period, { lang }: Scene): string {
  return dayAndMonth(from, lang)
}

/** The title of a figure that holds nothing up to the moment looked at: it names the days that are silent. */
export function noneReported(id: MessageId, { say, lang, window }: Scene, at: Day): string {
  return say(id, { from: dayAndMonth(window.from, lang), to: dayAndMonth(at, lang) })
}
