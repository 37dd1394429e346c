import type { Estimate } from '#domain/estimate.ts'
import type { Day, Instant, Period } from '#domain/time.ts'
import { startOf } from '#domain/time.ts'
import type { Lang } from './words.ts'

const locale: Record<Lang, string> = { fr: 'fr-ML', en: 'en-GB' }

/** An unknown is an en dash, never a zero. */
export const UNKNOWN = '–'

const numberFormats = new Map<string, Intl.NumberFormat>()
function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options)
  let format = numberFormats.get(key)
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locale[lang], options)))
  return format
}

/** A number with at most `digits` decimals (0 when not given a choice by the caller). */
export function number(value: number | null, lang: Lang, digits: number): string {
  return value === null
    ? UNKNOWN
    : numberFormat(lang, { maximumFractionDigits: digits }).format(value)
}

/** A share 0–1 as a percentage. */
export function percent(value: number | null, lang: Lang): string {
  return value === null
    ? UNKNOWN
    : numberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(value)
}

/** "40–50", "40" when both ends agree, "≥ 40" or "≤ 50" when only one end is known, – when none is. */
export function range({ low, high }: Estimate, write: (value: number) => string): string {
  if (low === null && high === null) return UNKNOWN
  if (low === null) return `≤ ${write(high as number)}`
  if (high === null) return `≥ ${write(low)}`
  const [from, to] = [write(low), write(high)]
  return from === to ? from : `${from}–${to}`
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options)
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale[lang], { timeZone: 'UTC', ...options })
    dateFormats.set(key, format)
  }
  return format
}

/** Intl knows no French ordinal: "1 mars" is written "1er mars". */
function withOrdinal(text: string, lang: Lang): string {
  return lang === 'fr' ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : text
}

/** "12 mars 2026", "1er juin 2026" */
export function longDay(day: Day, lang: Lang): string {
  const format = dateFormat(lang, { day: 'numeric', month: 'long', year: 'numeric' })
  return withOrdinal(format.format(new Date(startOf(day))), lang)
}

/** "jeu. 12 mars 2026" */
export function weekDay(day: Day, lang: Lang): string {
  const format = dateFormat(lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return withOrdinal(format.format(new Date(startOf(day))), lang)
}

/** "2 février", "1er mars": a day in running text, where the year is plain. */
export function dayAndMonth(day: Day, lang: Lang): string {
  return withOrdinal(
    dateFormat(lang, { day: 'numeric', month: 'long' }).format(new Date(startOf(day))),
    lang,
  )
}

/** "janv.", or "janv. 2026" where the year is asked for: a label of an axis. */
export function monthName(day: Day, lang: Lang, withYear: boolean): string {
  return withYear
    ? month(day, lang)
    : dateFormat(lang, { month: 'short' }).format(new Date(startOf(day)))
}

/** "12 mars", with the year only where asked. */
export function shortDay(day: Day, lang: Lang, withYear: boolean): string {
  const format = dateFormat(lang, {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' as const } : {}),
  })
  return withOrdinal(format.format(new Date(startOf(day))), lang)
}

/** "janv. 2026" */
export function month(day: Day, lang: Lang): string {
  return dateFormat(lang, { month: 'short', year: 'numeric' }).format(new Date(startOf(day)))
}

/** "novembre 2025": a month in running text. */
export function longMonth(day: Day, lang: Lang): string {
  return dateFormat(lang, { month: 'long', year: 'numeric' }).format(new Date(startOf(day)))
}

/** "12–18 janv. 2026"; a single day is written as one. */
export function period({ from, to }: Period, lang: Lang): string {
  const format = dateFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' })
  const text = format.formatRange(new Date(startOf(from)), new Date(startOf(to)))
  // "16 – 19 Feb" is set closed up, as it is in French. Else the spaces are plain ones, as some browsers set them and
  // others do not: what one engine paints, another takes over word for word.
  return text.replace(/^(\d+)\s–\s(\d+\s)/, '$1–$2').replace(/\s–\s/, ' – ')
}

/** "12 mars 2026, 14:05 UTC" */
export function moment(instant: Instant, lang: Lang): string {
  const text = dateFormat(lang, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
  return `${text} UTC`
}
