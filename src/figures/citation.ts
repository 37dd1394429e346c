import { dayOf } from '#domain/time.ts'
import type { Day, Instant, Period } from '#domain/time.ts'
import { longDay, moment, period } from '#i18n/format.ts'
import type { Figure, Scene } from './figure.ts'
import { markOf } from './svg/mark.ts'

/** What is cited: a chart or the map. */
export type Cited = {
  kind: 'chart' | 'map'
  title: string
  mark: string | null
  window: Period
  /** The most used first, and how many there are in all. */
  sourceNames: readonly string[]
  sources: number
  /** Publication of the newest report in it; null when it rests on none. */
  asOf: Instant | null
}

type Where = {
  url: string
  /** The day it was read. */
  accessed: Day
  /** The instant it is pinned to; null for one that follows the news. */
  vintage: Instant | null
}

/** Names that a citation can hold. */
const NAMED = 3

/** A figure as something to cite; of two that face each other, the first gives the title. */
export function citedFigure(figures: readonly [Figure, ...Figure[]]): Cited {
  const [{ title, credit }] = figures
  const { window, sourceNames, sources, asOf } = credit
  return { kind: 'chart', title, mark: markOf(figures), window, sourceNames, sources, asOf }
}

/** "Jauge, “…”, chart, 25 Aug 2025 – 12 Mar 2026, from RFI, AFP. Latest publication: 13 March 2026. https://…" */
export function citationOf(
  { kind, title, mark, window, sourceNames, sources, asOf }: Cited,
  { url, accessed, vintage }: Where,
  { say, lang }: Pick<Scene, 'say' | 'lang'>,
): string {
  const named = sourceNames.slice(0, NAMED)
  const names = named.join(', ')
  return [
    say('embed.cite', {
      mark: mark ?? 'none',
      title,
      kind,
      window: period(window, lang),
      names:
        names === ''
          ? 'none'
          : sources > named.length
            ? say('charts.credit.more', { names })
            : names,
    }),
    asOf && say('embed.cite.asof', { day: longDay(dayOf(asOf), lang) }),
    vintage && say('embed.cite.held', { moment: moment(vintage, lang) }),
    say('embed.cite.accessed', { url, day: longDay(accessed, lang) }),
  ]
    .filter(Boolean)
    .join(' ')
}
