import { area, curveLinear, curveStepAfter, line } from 'd3-shape'
import { curvesOf, hasBand } from '#figures/drawn/curves.ts'
import type { CurvePoint } from '#figures/drawn/curves.ts'
import type { FigureLine } from '#figures/figure.ts'
import type { Scales } from './scales.ts'
import type { Sheet } from './sheet.ts'
import { el } from './xml.ts'

type Drawn = CurvePoint & { y: number }
type Spanned = CurvePoint & { span: [number, number] }

const hasFigure = (point: CurvePoint): point is Drawn => point.y !== null
const hasSpan = (point: CurvePoint): point is Spanned => point.span !== null

/** A line with its band. A gap is a time nobody reported on; joining it would invent a figure. */
export function curve(sheet: Sheet, figureLine: FigureLine, { x, y }: Scales): string {
  const points = figureLine.role === 'step' ? bendsOf(curvesOf(figureLine)) : curvesOf(figureLine)
  const bend = figureLine.role === 'step' ? curveStepAfter : curveLinear
  const colour = sheet.colour(figureLine.colour)
  const stroke = line<CurvePoint>()
    .digits(2)
    .curve(bend)
    .defined(hasFigure)
    .x((point) => x(point.x))
    .y((point) => y((point as Drawn).y))
  const band = area<CurvePoint>()
    .digits(2)
    .curve(bend)
    .defined(hasSpan)
    .x((point) => x(point.x))
    .y0((point) => y((point as Spanned).span[0]))
    .y1((point) => y((point as Spanned).span[1]))
  const [drawn, shaded] = [stroke(points), hasBand(points) && band(points)]
  const dots = figureLine.role === 'line' ? points.filter(hasFigure) : []
  return el(
    'g',
    { class: 'curve' },
    shaded ? el('path', { class: 'band', d: shaded, fill: colour, 'fill-opacity': 0.16 }) : '',
    drawn
      ? el('path', {
          class: 'line',
          d: drawn,
          fill: 'none',
          stroke: colour,
          'stroke-width': 2,
          'stroke-linejoin': 'round',
          'stroke-dasharray': figureLine.dashed ? '5 3' : null,
        })
      : '',
    ...dots.map((point) =>
      el('circle', { class: 'mark line', cx: x(point.x), cy: y(point.y), r: 2.25, fill: colour }),
    ),
  )
}

/** Without the points at which a step goes on as before: a price in force for a year is one stroke, not 365. */
function bendsOf(points: readonly CurvePoint[]): CurvePoint[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    return !before || !after || !isSame(before, point) || !isSame(point, after)
  })
}

function isSame(a: CurvePoint, b: CurvePoint): boolean {
  return a.y === b.y && a.span?.[0] === b.span?.[0] && a.span?.[1] === b.span?.[1]
}
