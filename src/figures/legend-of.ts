import { isNamedAtEnd } from './end-names.ts'
import { isPartial } from './figure.ts'
import type { Drawing, FigureLine } from './figure.ts'

/** How a bar looks that is not an authority's count of a whole week. */
export type BarState = 'summed' | 'derived' | 'partial' | 'majority'

export type LegendEntry = {
  line: FigureLine
  /** True for a line that a wide frame names where it ends: there it needs no entry. */
  isNamedAtEnd: boolean
}

/** What each line is, and what lighter, hatched and hollow bars mean where there are any. */
export function legendOf(drawings: readonly Drawing[]): {
  entries: LegendEntry[]
  states: BarState[]
} {
  const panels = drawings.flatMap((drawing) => drawing.panels)
  const bars = panels.flatMap(({ lines }) =>
    lines.filter(({ role }) => role === 'bars' || role === 'gauges'),
  )
  const marks = bars.flatMap((line) => line.marks)
  // Rows carry their names beside them.
  const isSingle =
    bars.length === panels.flatMap(({ lines }) => lines).length &&
    drawings.every(({ id }) => id === 'stations')
  const entries = new Map(
    panels
      .filter(({ title }) => title === null)
      .flatMap((panel) =>
        panel.lines.map(
          (line) => [line.key, { line, isNamedAtEnd: isNamedAtEnd(panel, line.key) }] as const,
        ),
      ),
  )
  const found: Record<BarState, boolean> = {
    summed: marks.some(({ basis }) => basis === 'summed'),
    derived: marks.some(({ basis }) => basis === 'derived'),
    partial: marks.some(isPartial),
    majority: isSingle && marks.some(({ best, low }) => best === null && low !== null),
  }
  const states = (['summed', 'derived', 'partial', 'majority'] as const).filter(
    (state) => found[state],
  )
  return { entries: isSingle ? [] : [...entries.values()], states }
}
