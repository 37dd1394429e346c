import { endX, startX } from '#figures/figure.ts'
import type { Figure, Panel } from '#figures/figure.ts'
import { panelsTogether } from '#figures/facing.ts'
import { shortDay } from '#i18n/format.ts'
import { patternId } from './bars.ts'
import { endNamesWidth } from './end-names.ts'
import { markOver } from './mark.ts'
import { widthOf, wrap } from './measure.ts'
import { ground, marks } from './panel.ts'
import { scalesOf, timeScale } from './scales.ts'
import type { Area } from './scales.ts'
import { texturePattern } from './shapes.ts'
import { text } from './sheet.ts'
import type { Block, Sheet } from './sheet.ts'
import { timeAxis } from './time-axis.ts'
import { el, path } from './xml.ts'

type Row = { panel: Panel; head: string; area: Area }

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

/** Divides the room: what is drawn never changes the size of the whole. */
function rowsOf(
  sheet: Sheet,
  panels: readonly Panel[],
  { height, hasNotes }: { height: number; hasNotes: boolean },
): Row[] {
  const size = sheet.type.tick
  const heads = panels.map(({ isRow, title, unit }) =>
    isRow ? '' : [title, unit].filter(Boolean).join(', '),
  )
  const isFacing = panels.some(({ down }) => down)
  const strip = size + 9
  const headings = heads.filter(Boolean).length * strip
  const gaps = (panels.length - 1) * (isFacing ? 0 : 8)
  const top = hasNotes ? size + 10 : 2
  const room = height - top - (size + 9) - headings - gaps
  const shares = panels.reduce((sum, { share }) => sum + share, 0)
  const left = gutter(sheet, panels)
  const right = sheet.width - Math.max(2, endNamesWidth(sheet, panels))
  let y = top
  return panels.map((panel, index) => {
    const head = heads[index] ?? ''
    y += head === '' ? 0 : strip
    const area = { left, right, top: y, bottom: y + (room * panel.share) / shares }
    y = area.bottom + (isFacing ? 0 : 8)
    return { panel, head, area }
  })
}

/** Room on the left, for values or for the names of rows. */
function gutter(sheet: Sheet, panels: readonly Panel[]): number {
  const size = sheet.type.tick
  const names = panels.flatMap(({ isRow, title }) => (isRow ? wrapName(sheet, title ?? '') : []))
  if (names.length > 0) return Math.max(...names.map((name) => widthOf(name, 'strong', size))) + 10
  const labels = panels.flatMap(({ ticks, top }) => ticks.filter(({ value }) => value <= top))
  return Math.max(0, ...labels.map(({ label }) => widthOf(label, 'sans', size))) + 8
}

function wrapName(sheet: Sheet, name: string): string[] {
  return wrap(name, 'strong', sheet.type.tick, Math.min(190, sheet.width * 0.27))
}

/** What a panel is of: its name and unit over it, or a row's name beside it. */
function heading(sheet: Sheet, { panel, head, area }: Row): string {
  const size = sheet.type.tick
  if (panel.down && head === '') return facingName(sheet, panel, area)
  if (!panel.isRow)
    return head === ''
      ? ''
      : text(sheet, 0, area.top - 9, head, {
          size,
          face: panel.title === null ? 'sans' : 'strong',
          colour: panel.title === null ? '--ink-2' : '--ink',
          halo: true,
        })
  const lines = wrapName(sheet, panel.title ?? '')
  const middle = (area.top + area.bottom) / 2 - ((lines.length - 1) * (size + 2)) / 2
  return lines
    .map((line, index) =>
      text(sheet, 0, middle + size * 0.36 + index * (size + 2), line, {
        size,
        face: 'strong',
        colour: '--ink',
      }),
    )
    .join('')
}

/** What hangs under the zero line of another panel, said where it hangs. */
function facingName(sheet: Sheet, { id }: Panel, { left, bottom }: Area): string {
  const { say } = sheet.scene
  const name = id === 'losses' ? say('charts.what.losses') : ''
  const size = sheet.type.tick
  return name === ''
    ? ''
    : text(sheet, left + 4, bottom - 4, name, { size, colour: '--ink-2', halo: true })
}

/** The numbered events: the figure over a dashed line through all panels. */
function noteLines(sheet: Sheet, { notes, window }: Figure, area: Area): string {
  const x = timeScale(window, area)
  return notes
    .map(({ number, day }) => {
      const at = x(startX(day) + 0.5)
      const r = sheet.type.tick * 0.68
      return el(
        'g',
        { class: 'note' },
        el('path', {
          d: path('M', at, 2 * r, 'V', area.bottom),
          stroke: sheet.colour('--line-strong'),
          'stroke-dasharray': '3 3',
        }),
        numberSign(sheet, at, r, number),
      )
    })
    .join('')
}

/** A number in a disc, as on the drawing and in the key of events. */
export function numberSign(sheet: Sheet, x: number, y: number, number: number): string {
  const size = sheet.type.tick
  return (
    el('circle', { cx: x, cy: y, r: size * 0.68, fill: sheet.colour('--ink-2') }) +
    text(sheet, x, y + size * 0.33, String(number), {
      size: size * 0.92,
      face: 'strong',
      anchor: 'middle',
      colour: '--paper',
    })
  )
}

/** The moment that the title speaks of, where the window goes on after it. */
function moment(sheet: Sheet, { at, window }: Figure, area: Area): string {
  const [first, last] = [startX(window.from), endX(window.to)]
  const isInside = startX(at) > first && startX(at) < last - (last - first) * 0.03
  if (!isInside) return ''
  const x = timeScale(window, area)(startX(at) + 0.5)
  const size = sheet.type.tick
  const isLeft = x < (area.left + area.right) / 2
  return (
    el('path', {
      d: path('M', x, area.top - 12, 'V', area.bottom),
      stroke: sheet.colour('--ink-3'),
    }) +
    text(sheet, x + (isLeft ? 4 : -4), area.top - 3, shortDay(at, sheet.scene.lang, false), {
      size,
      anchor: isLeft ? 'start' : 'end',
      colour: '--ink',
      halo: true,
    })
  )
}
