import type { Figure, Panel } from '#figures/figure.ts'
import { panelsTogether } from '#figures/facing.ts'
import { patternId } from './bars.ts'
import { moment, noteLines } from './events.ts'
import { heading, rowsOf } from './rows.ts'
import { markOver } from './mark.ts'
import { ground, marks } from './panel.ts'
import { scalesOf } from './scales.ts'
import { texturePattern } from './shapes.ts'
import type { Block, Sheet } from './sheet.ts'
import { timeAxis } from './time-axis.ts'
import { el } from './xml.ts'

/** Room for one row: a gauge less high says nothing. */
const ROW = 30

/** The height that suits a drawing's width: flatter as it grows, higher with more panels. */
export function plotHeight({ width }: Sheet, figures: readonly Figure[]): number {
  const panels = panelsTogether(figures)
  const rows = panels.filter(({ isRow }) => isRow).length
  const base = Math.min(420, 120 + width * 0.3)
  if (rows > 0) return Math.max(rows * ROW + 40, Math.min(rows * ROW * 2, base))
  return base * (panels.length > 1 ? 1.25 : 1)
}

/** The drawing proper: panels under one another over one time axis, with the numbered events across them all. */
export function plot(sheet: Sheet, figures: readonly [Figure, ...Figure[]], height: number): Block {
  const panels = panelsTogether(figures)
  const [lead] = figures
  return {
    height,
    draw: (y) => {
      const rows = rowsOf(sheet, panels, { height, hasNotes: lead.notes.length > 0 })
      const [first, last] = [rows[0], rows.at(-1)]
      if (!first || !last) return ''
      const whole = { ...first.area, bottom: last.area.bottom }
      const drawn = rows.map(({ panel, area }) => ({
        panel,
        area,
        scales: scalesOf(panel, lead.window, area),
      }))
      return el(
        'g',
        {
          class: 'plot',
          transform: `translate(0 ${Math.round(y * 100) / 100})`,
          'data-left': whole.left,
          'data-right': whole.right,
          'data-top': whole.top,
          'data-bottom': whole.bottom,
          'data-from': lead.window.from,
          'data-to': lead.window.to,
        },
        el(
          'defs',
          {},
          texturePattern(sheet, patternId(sheet, 'hatch'), 'hatch'),
          ...patterns(sheet, panels),
        ),
        ...drawn.map(({ panel, scales }) => ground(sheet, panel, scales)),
        noteLines(sheet, lead, whole),
        moment(sheet, lead, whole),
        ...rows.map((row) => heading(sheet, row)),
        ...drawn.map(({ panel, scales }) =>
          el('g', { class: 'panel', 'data-panel': panel.id }, marks(sheet, panel, scales)),
        ),
        timeAxis(sheet, lead, whole),
        markOver(sheet, figures, whole),
      )
    },
  }
}

function patterns(sheet: Sheet, panels: readonly Panel[]): string[] {
  const textures = new Set(panels.flatMap(({ lines }) => lines.map(({ texture }) => texture)))
  return [...textures].map((texture) => texturePattern(sheet, patternId(sheet, texture), texture))
}
