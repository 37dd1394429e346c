import type { FigureLine, Marker, Texture } from '#figures/figure.ts'
import type { BarState } from '#figures/legend-of.ts'
import type { Sheet } from './sheet.ts'
import { el, path } from './xml.ts'

/** One reported value. The shape tells lines apart where colours do not. */
export function markerShape(
  sheet: Sheet,
  x: number,
  y: number,
  { marker, colour }: { marker: Marker; colour: string },
): string {
  const look = { fill: sheet.colour(colour), stroke: sheet.colour('--paper') }
  const r = sheet.type.tick / 2.75
  switch (marker) {
    case 'circle':
      return el('circle', { cx: x, cy: y, r, ...look })
    case 'square':
      return el('rect', {
        x: x - r * 0.9,
        y: y - r * 0.9,
        width: r * 1.8,
        height: r * 1.8,
        ...look,
      })
    case 'diamond': {
      const d = path(
        'M',
        x,
        y - r * 1.25,
        'l',
        r * 1.25,
        r * 1.25,
        -r * 1.25,
        r * 1.25,
        -r * 1.25,
        -r * 1.25,
        'z',
      )
      return el('path', { d, ...look })
    }
    case 'triangle': {
      const d = path('M', x, y - r * 1.25, 'l', r * 1.15, r * 2.1, 'h', -r * 2.3, 'z')
      return el('path', { d, ...look })
    }
  }
}

/** Paper-coloured strokes laid over a bar, so that bars differ without their colours; none for a plain one. */
export function texturePattern(sheet: Sheet, id: string, texture: Texture | 'hatch'): string {
  const paper = sheet.colour('--paper')
  const stroke = { stroke: paper, 'stroke-width': texture === 'hatch' ? 2.5 : 1.2 }
  const drawn = {
    plain: '',
    across: el('path', { d: 'M0 2.5h5', ...stroke }),
    along: el('path', { d: 'M2.5 0v5', ...stroke }),
    hatch: el('path', { d: 'M2.5 0v5', ...stroke }),
    dots: el('circle', { cx: 2.5, cy: 2.5, r: 1, fill: paper }),
  }[texture]
  if (drawn === '') return ''
  return el(
    'pattern',
    {
      id,
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: texture === 'hatch' ? 'rotate(45)' : null,
    },
    drawn,
  )
}

/** Height of a line's or a bar's look in small, px. */
const HIGH = 11
const BOX = { width: 14, height: HIGH }

/** Room that the look of a line takes beside its name, px. */
export function swatchWidth({ role }: Pick<FigureLine, 'role'>): number {
  if (role === 'line' || role === 'step') return 22
  return role === 'points' || role === 'ranges' ? 10 : BOX.width
}

/** A line's look in small, the same shapes as in the drawing; its middle is at `y`, `texture` is its pattern's id. */
export function lineSwatch(
  sheet: Sheet,
  line: FigureLine,
  x: number,
  y: number,
  texture: string,
): string {
  const fill = sheet.colour(line.colour)
  const width = swatchWidth(line)
  const top = y - HIGH / 2
  switch (line.role) {
    case 'bars':
    case 'gauges': {
      const box = { x, y: top, ...BOX }
      const plain = el('rect', { ...box, fill })
      return line.texture === 'plain' || line.role === 'gauges'
        ? plain
        : plain + el('rect', { ...box, fill: `url(#${texture})` })
    }
    case 'ranges':
      return el('rect', {
        x: x + 1,
        y: top,
        width: 8,
        height: HIGH,
        rx: 1,
        fill,
        'fill-opacity': 0.55,
      })
    case 'line':
    case 'step':
      return el('path', {
        d: path('M', x, y, 'h', width),
        stroke: fill,
        'stroke-width': 2,
        'stroke-dasharray': line.dashed ? '5 3' : null,
      })
    case 'points':
      return markerShape(sheet, x + width / 2, y, line)
  }
}

/** How a bar of that state looks, in grey: it may be of any line. Its middle is at `y`. */
export function stateSwatch(
  sheet: Sheet,
  state: BarState,
  x: number,
  y: number,
  hatch: string,
): string {
  const box = { x: x + 0.5, y: y - HIGH / 2 + 0.5, width: BOX.width - 1, height: HIGH - 1 }
  const grey = sheet.colour('--ink-3')
  switch (state) {
    case 'summed':
    case 'derived':
      return el('rect', { ...box, fill: grey, 'fill-opacity': 0.45, stroke: grey })
    case 'partial':
      return (
        el('rect', { ...box, fill: grey }) +
        el('rect', { ...box, fill: `url(#${hatch})`, stroke: grey })
      )
    case 'majority': {
      const green = sheet.colour('--status-open')
      return el('rect', {
        ...box,
        fill: green,
        'fill-opacity': 0.25,
        stroke: green,
        'stroke-dasharray': '2 2',
      })
    }
  }
}
