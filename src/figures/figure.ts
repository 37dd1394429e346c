import type { Basis, Metric } from '#domain/series.ts'
import type { Day, Instant, Period } from '#domain/time.ts'
import { daysBetween } from '#domain/time.ts'
import type { Lang, Say } from '#i18n/words.ts'

/** What a figure is made with: the window it covers, the reader's words, and the names of places. */
export type Scene = {
  window: Period
  say: Say
  lang: Lang
  placeName: (id: string) => string
  /** Stands on simulated data, and must be seen wherever the figure goes; null where the data are real. */
  mark: string | null
}

/** A period and what was reported of it. All three figures null: nobody reported, which is drawn as a gap, or withheld. */
export type Mark = Period & {
  low: number | null
  best: number | null
  high: number | null
  /** Null where the figure is withheld, since too few reports speak of it. */
  n: number | null
  sources: number | null
  basis: Basis | null
  /** The figure as text, its range included; an en dash when unknown. */
  said: string
  /** What else must be read with it: its basis, how many stations it speaks of. */
  note: string | null
}

export type Role = 'line' | 'step' | 'bars' | 'points' | 'ranges' | 'gauges'
export type Marker = 'circle' | 'square' | 'diamond' | 'triangle'
export type Texture = 'plain' | 'dots' | 'across' | 'along'

/** One line of a panel. Colour is the name of a custom property, and never the only difference. */
export type FigureLine = {
  key: string
  /** Says all that is needed beside a number; `short` is enough in the key. */
  name: string
  short: string
  role: Role
  colour: string
  dashed: boolean
  marker: Marker
  texture: Texture
  marks: readonly Mark[]
}

export type Tick = { value: number; label: string }

/** A published level, drawn across the panel with its source. */
export type Level = { value: number; label: string; url: string | null }

/** A figure written past the end of its bar and of its range, where there is room. */
export type BarLabel = Period & { value: number; end: number; text: string }

/** One vertical scale. Bars stand on zero; `down` hangs them from it. */
export type Panel = {
  id: string
  /** Names what the panel adds; null for the first, which the figure's title speaks of. */
  title: string | null
  /** Written once, beside the top tick. */
  unit: string
  /** Part of the figure's height, 0–1; the panels of a figure sum to 1. */
  share: number
  down: boolean
  /** One of several rows that share a time axis: named beside it, its figures written at its marks. */
  isRow: boolean
  ticks: readonly Tick[]
  top: number
  lines: readonly FigureLine[]
  levels: readonly Level[]
  labels: readonly BarLabel[]
}

/** A numbered event on the time axis, in order of days. */
export type Note = { number: number; day: Day; text: string; report: string }

export type Credit = {
  n: number
  sources: number
  sourceNames: readonly string[]
  asOf: Instant | null
  window: Period
}

/** All of a figure that does not depend on the moment looked at. */
export type Drawing = {
  id: Metric
  /** To be drawn into the picture, not beside it; null where the data are real. */
  mark: string | null
  subtitle: string
  window: Period
  xTicks: readonly { day: Day; label: string }[]
  panels: readonly Panel[]
  notes: readonly Note[]
  credit: Credit
  caveats: readonly string[]
  /** Inputs that are missing, in words; not empty when something could not be computed. */
  missing: readonly string[]
  /** True when no line holds a figure: the frame then says what is missing, at the same size. */
  empty: boolean
}

/** Whatever draws a figure (screen, picture, table) has all of this, so none can forget the unit or the date. */
export type Figure = Drawing & { title: string; at: Day }

/** True when anything at all was reported: a lone end of a range counts, and so does a zero. */
export function isKnown({ low, best, high }: Pick<Mark, 'low' | 'best' | 'high'>): boolean {
  return low !== null || best !== null || high !== null
}

/** True when somebody told of the period, even without a figure: an attack whose toll nobody gave, or one withheld. */
export function isTold(mark: Mark): boolean {
  return isKnown(mark) || mark.n !== 0
}

/** Days since 1970, fractional: where a day starts on the time axis. */
export function startX(day: Day): number {
  return daysBetween('1970-01-01', day)
}

/** Where the end of a day lies: the whole of it belongs to the period. */
export function endX(day: Day): number {
  return startX(day) + 1
}

/** The middle of a period on the time axis, where its point is drawn. */
export function middleX({ from, to }: Period): number {
  return (startX(from) + endX(to)) / 2
}

/** True for a count that covers some days of its week only, which must look partial. */
export function isPartial({ basis }: Pick<Mark, 'basis'>): boolean {
  return basis === 'partial-week'
}

/** True for a figure that is a floor or our own arithmetic: drawn lighter than one an authority gave. */
export function isSoft({ basis }: Pick<Mark, 'basis'>): boolean {
  return basis === 'summed' || basis === 'derived'
}
