import { stacksOf } from '#figures/drawn/stacks.ts'
import { endX, isKnown, isPartial, isSoft, isTold, middleX, startX } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import type { Scales } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { el, path } from './xml.ts'

const THINNEST = 4

/** Names the pattern of a line's texture: lines of two panels may share a key and look alike. */
export function patternId({ id }: Sheet, name: string): string {
  return `${id}-${name}`
}

/** Stacked bars, each as wide as its period. A known zero is a stroke on the axis; an unknown is nothing. */
export function bars(sheet: Sheet, lines: readonly FigureLine[], scales: Scales): string {
  return stacksOf(lines)
    .map(({ from, to, layers, span }) => {
      const [start, end] = [scales.x(startX(from)), scales.x(endX(to))]
      // A single day would be a hairline.
      const width = Math.max(THINNEST, end - start)
      const left = (start + end - width) / 2
      const gap = width > 6 ? width * 0.08 : 0
      const drawn = layers.map(({ line, mark, low, high }) =>
        bar(sheet, line, mark, {
          x: left + gap,
          width: width - 2 * gap,
          zero: scales.y(low),
          end: scales.y(high),
        }),
      )
      return el(
        'g',
        { class: 'bar' },
        ...drawn,
        span ? whisker(sheet, left + width / 2, span, scales) : '',
      )
    })
    .join('')
}

type Box = { x: number; width: number; zero: number; end: number }

function bar(sheet: Sheet, line: FigureLine, mark: Mark, { x, width, zero, end }: Box): string {
  const fill = sheet.colour(line.colour)
  const y = Math.min(zero, end)
  const height = Math.abs(zero - end)
  const name = `mark ${line.role}`
  // Nothing arrived, and somebody counted: that is a figure, and it is drawn.
  if (mark.best === 0) return el('rect', { class: name, x, y: zero - 1.5, width, height: 3, fill })
  // Only a span is known ("most"): its outline, without a bar that would claim a figure.
  if (mark.best === null)
    return el('rect', {
      class: name,
      x: x + 0.5,
      y: y + 0.5,
      width: Math.max(1, width - 1),
      height: Math.max(1, height - 1),
      fill,
      'fill-opacity': 0.18,
      stroke: fill,
      'stroke-dasharray': '2 2',
    })
  const box = { x, y, width, height: Math.max(1, height) }
  const soft = isSoft(mark) ? { 'fill-opacity': 0.45, stroke: fill } : {}
  const plain = el('rect', { class: name, ...box, fill, ...soft })
  if (isPartial(mark))
    return plain + el('rect', { ...box, fill: `url(#${patternId(sheet, 'hatch')})`, stroke: fill })
  return line.texture === 'plain'
    ? plain
    : plain + el('rect', { ...box, fill: `url(#${patternId(sheet, line.texture)})` })
}

/** From the lowest to the highest that sources say; paper beside it, to be seen on a dark bar too. */
function whisker(
  sheet: Sheet,
  x: number,
  [low, high]: readonly [number, number],
  { y }: Scales,
): string {
  const d = path(
    'M',
    x,
    y(low),
    'V',
    y(high),
    'M',
    x - 2.5,
    y(high),
    'h',
    5,
    'M',
    x - 2.5,
    y(low),
    'h',
    5,
  )
  return (
    el('path', { d, stroke: sheet.colour('--paper'), 'stroke-width': 3.5, fill: 'none' }) +
    el('path', {
      class: 'span',
      d,
      stroke: sheet.colour('--ink'),
      'stroke-width': 1.5,
      fill: 'none',
    })
  )
}

/** Weeks in which something happened that nobody counted (?) or that is withheld (*): not a gap, and not a zero. */
export function uncounted(
  sheet: Sheet,
  lines: readonly FigureLine[],
  { x, y }: Scales,
  down: boolean,
): string {
  // A price in force stands on every day, whatever the street asked.
  const marks = lines.flatMap(({ role, marks }) => (role === 'step' ? [] : marks))
  const counted = new Set(marks.filter(isKnown).map(({ from }) => from))
  const weeks = new Map(
    marks
      .filter((mark) => isTold(mark) && !counted.has(mark.from))
      .map((mark) => [mark.from, mark]),
  )
  const size = sheet.type.tick
  return [...weeks.values()]
    .map((mark) =>
      text(sheet, x(middleX(mark)), y(0) + (down ? size : -4), mark.n === null ? '*' : '?', {
        size,
        face: 'strong',
        anchor: 'middle',
        colour: '--ink-2',
        halo: true,
      }),
    )
    .join('')
}
