import * as z from 'zod/mini'
import { METRICS } from '#domain/series.ts'
import { addDays, lengthInDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'

/** What can be embedded: every figure over time, and the map of the corridors. */
export const CHARTS = [...METRICS, 'corridors'] as const
export const Chart = z.enum(CHARTS)
export type Chart = z.infer<typeof Chart>

/** `auto` follows the reader's own setting. */
export const EMBED_THEMES = ['auto', 'light', 'dark'] as const
export type EmbedTheme = (typeof EMBED_THEMES)[number]

/** What a chart can be taken away as. */
export const FORMATS = ['svg', 'png', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** The longest window that one frame can show so that it can be read, and that one small page can hold. */
export const LONGEST_WINDOW_DAYS = 1830
/** The same in each unit that `last` may be given in. */
export const LONGEST_LAST = { d: 1830, w: 261, m: 60 } as const
/** Heights of a drawing and widths of a picture that may be asked for, px. */
export const HEIGHTS = { min: 160, max: 1200 }
export const WIDTHS = { min: 320, max: 1600 }

type LastUnit = keyof typeof LONGEST_LAST
const LAST = /^([1-9]\d{0,3})([dwm])$/

/** "90d", "12w", "6m": as much of the record as that, up to its last reported day. */
export const Last = z.string().check(z.refine((text) => lengthOf(text) !== null))

function lengthOf(last: string): { count: number; unit: LastUnit } | null {
  const [, digits = '', unit] = LAST.exec(last) ?? []
  if (unit !== 'd' && unit !== 'w' && unit !== 'm') return null
  const count = Number(digits)
  return count <= LONGEST_LAST[unit] ? { count, unit } : null
}

/** The first day of a window of that length which ends on `to`. Throws when `last` is none. */
export function firstDayOf(last: string, to: Day): Day {
  const length = lengthOf(last)
  if (length === null) throw new RangeError(`"${last}" is no length of a window.`)
  const { count, unit } = length
  if (unit !== 'm') return addDays(to, 1 - count * (unit === 'w' ? 7 : 1))
  const month = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)) - count, 0))
  // A month before 31 May begins after 30 April: where a month is shorter, its last day stands for the missing ones.
  const day = Math.min(Number(to.slice(8)), month.getUTCDate())
  return addDays(`${month.toISOString().slice(0, 7)}-${String(day).padStart(2, '0')}`, 1)
}

/** True for a window that a frame cannot show. */
export function isTooLong(window: Period): boolean {
  return lengthInDays(window) > LONGEST_WINDOW_DAYS
}

/** All that an embed is made from; its address says the same. */
export type Embed = {
  chart: Chart
  view: View
  /** A window that follows the record, instead of `view.from`. */
  last?: string | undefined
  theme?: EmbedTheme | undefined
  /** Of the drawing, px; absent: what suits the width. */
  height?: number | undefined
}

type Picture = Embed & {
  format: Format
  /** Of the picture, px, before `scale`; for `svg` and `png`. */
  width?: number | undefined
  /** Pixels of the file per px: 2 for print and for sharp screens; for `png`. */
  scale?: 1 | 2 | undefined
}

/**
 * The address of an embed, from the root: `/embed/arrivals?last=90d&lang=fr`. The language always stands in it, and last:
 * a cache then keeps one answer an address, and no address is the beginning of another.
 */
export function embedAddress(embed: Embed & { view: { lang: 'fr' | 'en' } }): string {
  return `/embed/${embed.chart}?${searchOf(embed, {})}`
}

/** The address of the same as a file, from the root: `/charts/arrivals.png?last=90d&width=1200&lang=fr`. */
export function pictureAddress(picture: Picture): string {
  const { chart, format, width, scale } = picture
  const search = searchOf(picture, { width, scale })
  return `/charts/${chart}.${format}${search === '' ? '' : `?${search}`}`
}

function searchOf({ view, last, theme, height }: Embed, more: Record<string, unknown>): string {
  const { lang, ...question } = view
  const search = new URLSearchParams(toSearch(question))
  for (const [name, value] of Object.entries({ last, theme, height, ...more, lang }))
    if (value !== undefined) search.set(name, String(value))
  return search.toString()
}
