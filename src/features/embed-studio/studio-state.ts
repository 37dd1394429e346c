import { CHARTS, EMBED_THEMES, HEIGHTS, Last } from '#contract/embed.ts'
import type { Chart, Embed, EmbedTheme } from '#contract/embed.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import type { Lang } from '#i18n/words.ts'

/** Widths of the preview, px: a phone, the column of an article, a full page. */
export const PREVIEW_WIDTHS = [320, 640, 1200] as const
export type PreviewWidth = (typeof PREVIEW_WIDTHS)[number]

/** All that the studio's screen holds; its address says the same. The view has no language: `frameLang` is the frame's. */
export type Studio = {
  chart: Chart
  view: View
  last: string | undefined
  theme: EmbedTheme
  height: number | undefined
  width: PreviewWidth
  /** Absent: the frame speaks as the screen does. */
  frameLang: Lang | undefined
}

/** Reads the studio's state from an address. What does not fit is left out: an address typed by hand must open. */
export function readStudio(search: string): Studio {
  const asked = new URLSearchParams(search)
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === asked.get(name))
  const { lang: _, ...view } = fromSearch(search)
  const last = Last.safeParse(asked.get('last')).data
  const height = Number(asked.get('height'))
  return {
    chart: one('chart', CHARTS) ?? 'arrivals',
    // Two beginnings would contradict each other.
    view: last === undefined ? view : { ...view, from: undefined },
    last,
    theme: one('theme', EMBED_THEMES) ?? 'auto',
    height: isHeight(height) ? height : undefined,
    width: PREVIEW_WIDTHS.find((width) => String(width) === asked.get('width')) ?? 640,
    frameLang: one('in', ['fr', 'en']),
  }
}

/** The studio's address as a query string without its `?`, and without the language of the screen. */
export function writeStudio({ chart, view, last, theme, height, width, frameLang }: Studio) {
  const search = new URLSearchParams({ chart })
  for (const [name, value] of new URLSearchParams(toSearch(view))) search.set(name, value)
  const choices = {
    last,
    theme: theme === 'auto' ? undefined : theme,
    height,
    width: width === 640 ? undefined : width,
    in: frameLang,
  }
  for (const [name, value] of Object.entries(choices))
    if (value !== undefined) search.set(name, String(value))
  return search.toString()
}

/** The embed that the studio has made, in the language of the screen unless another was chosen. */
export function embedOf(studio: Studio, lang: Lang): Embed & { view: { lang: Lang } } {
  const { chart, view, last, theme, height, frameLang } = studio
  return {
    chart,
    view: { ...view, lang: frameLang ?? lang },
    last,
    theme: theme === 'auto' ? undefined : theme,
    height,
  }
}

/** True for a height that a drawing may be asked for, px. */
export function isHeight(value: number): boolean {
  return Number.isInteger(value) && value >= HEIGHTS.min && value <= HEIGHTS.max
}
