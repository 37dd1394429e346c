import type { Panel } from '#figures/figure.ts'
import { endNamesWidth } from './end-names.ts'
import { widthOf, wrap } from './measure.ts'
import type { Area } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** A panel and its place. */
export type Row = { panel: Panel; head: string; area: Area }

/** Divides the room: what is drawn never changes the size of the whole. */
export function rowsOf(
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
export function heading(sheet: Sheet, { panel, head, area }: Row): string {
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
