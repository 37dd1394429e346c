import { isoWeekOf, lengthInDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { dayAndMonth, longMonth, number, period as daysText } from '#i18n/format.ts'
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

/** How a period is called, and its name in running text: the day, the week of a Monday, the month, or its days. */
export function whenOf(days: Period, { lang }: Scene) {
  const { from, to } = days
  if (from === to) return { span: 'day', day: dayAndMonth(from, lang) }
  if (isoWeekOf(from).to === to && lengthInDays(days) === 7)
    return { span: 'week', day: dayAndMonth(from, lang) }
  if (lengthInDays(days) >= 28 && from.slice(0, 7) === to.slice(0, 7))
    return { span: 'month', day: longMonth(from, lang) }
  return { span: 'days', day: daysText(days, lang) }
}

/** The title of a figure that holds nothing up to the moment looked at: it names the days that are silent. */
export function noneReported(id: MessageId, { say, lang, window }: Scene, at: Day): string {
  return say(id, { from: dayAndMonth(window.from, lang), to: dayAndMonth(at, lang) })
}
