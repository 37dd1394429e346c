import { apart } from '#figures/drawn/apart.ts'
import { isNamedAtEnd } from '#figures/end-names.ts'
import type { Panel } from '#figures/figure.ts'
import { widthOf, wrap } from './measure.ts'
import type { Scales } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** From here on, names stand at the ends of lines. */
export const NAMES_FROM_WIDTH = 560
const GAP = 6

type EndName = { lines: string[]; colour: string; best: number }

function endNamesOf(sheet: Sheet, panel: Panel): EndName[] {
  const size = sheet.type.tick
  return panel.lines
    .filter(({ key }) => isNamedAtEnd(panel, key))
    .map(({ name, colour, marks }) => {
      const last = marks.at(-1)
      const words = `${name} ${last?.said ?? ''}`.trim()
      return { lines: wrap(words, 'sans', size, sheet.width * 0.2), colour, best: last?.best ?? 0 }
    })
}

/** Room on the right for the names at the ends of lines; 0 where there are none. */
export function endNamesWidth(sheet: Sheet, panels: readonly Panel[]): number {
  if (sheet.width < NAMES_FROM_WIDTH) return 0
  const lines = panels.flatMap((panel) => endNamesOf(sheet, panel).flatMap(({ lines }) => lines))
  if (lines.length === 0) return 0
  return GAP + Math.max(...lines.map((line) => widthOf(line, 'sans', sheet.type.tick)))
}

/** Names at the ends of lines that reach the right edge: nobody has to go to the key and back. */
export function endNames(sheet: Sheet, panel: Panel, { area, y }: Scales): string {
  const size = sheet.type.tick
  const leading = size + 2
  const names = endNamesOf(sheet, panel)
  const places = apart(
    names.map(({ best, lines }) => ({ middle: y(best), size: lines.length * leading + 3 })),
  )
  return names
    .map(({ lines, colour }, index) => {
      const first = (places[index] ?? 0) - ((lines.length - 1) * leading) / 2 + size * 0.36
      return lines
        .map((line, row) =>
          text(sheet, area.right + GAP, first + row * leading, line, { size, colour }),
        )
        .join('')
    })
    .join('')
}
