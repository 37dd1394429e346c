import { endX, isKnown, middleX, startX } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import type { Scales } from './scales.ts'
import { markerShape } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { el, path } from './xml.ts'

/** Reported values: a marker at the best, a bar over the range, a hairline over the days it may be of. */
export function points(sheet: Sheet, line: FigureLine, scales: Scales): string {
  const known = line.marks.filter(isKnown)
  return el('g', {}, ...known.map((mark) => point(sheet, line, mark, scales)))
}

function point(sheet: Sheet, line: FigureLine, mark: Mark, { x, y }: Scales): string {
  const colour = sheet.colour(line.colour)
  const centre = x(middleX(mark))
  const { low, best, high } = mark
  const [from, to] = [low ?? best ?? high ?? 0, high ?? best ?? low ?? 0]
  const [left, right] = [x(startX(mark.from)), x(endX(mark.to))]
  const isWide = line.role === 'ranges'
  const width = isWide ? Math.max(2, right - left - 1) : 5
  const middle = y(best ?? (from + to) / 2)
  const parts = []
  if (!isWide && mark.from !== mark.to)
    parts.push(
      el('path', { d: path('M', left, middle, 'H', right), stroke: colour, 'stroke-opacity': 0.6 }),
    )
  if (from !== to)
    parts.push(
      el('rect', {
        class: 'span',
        x: centre - width / 2,
        y: y(to),
        width,
        height: Math.max(1, Math.abs(y(from) - y(to))),
        rx: 1,
        fill: colour,
        'fill-opacity': isWide ? 0.55 : 0.4,
      }),
    )
  else if (isWide)
    parts.push(
      el('path', {
        d: path('M', centre - width / 2, y(from), 'h', width),
        stroke: colour,
        'stroke-width': 2,
      }),
    )
  if (!isWide && best !== null) parts.push(markerShape(sheet, centre, middle, line))
  return el('g', { class: `mark ${line.role}` }, ...parts)
}
