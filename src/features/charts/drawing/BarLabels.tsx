import type { Period } from '#domain/time.ts'
import { middleX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import { clearOf } from '#figures/drawn/clear-of.ts'
import type { Scales } from './scales.ts'
import { thatFit } from '#figures/drawn/that-fit.ts'

const CHARACTER = 6
const HEIGHT = 9
/** How far down the name of the unit reaches. */
const UNIT = 15

/** The figures at the ends of their bars; where they would touch, the larger is kept. */
export function BarLabels({ panel, scales }: { panel: Panel; scales: Scales }) {
  const { labels, down } = panel
  const boxes = labels.map(({ from, to, text }) => {
    const middle = scales.x(middleX({ from, to }))
    const half = (text.length * CHARACTER) / 2 + 1
    return { left: middle - half, right: middle + half }
  })
  const shown = thatFit(boxes, (index) => labels[index]?.value ?? 0)
  return labels.map(({ from, to, end, text }, index) =>
    shown.has(index) ? (
      <text
        key={`${from}${to}`}
        x={scales.x(middleX({ from, to }))}
        y={
          down
            ? scales.y(end) + 11
            : clearOf(aboveOrIn(scales.y(end)), HEIGHT, linesOver(panel, { from, to }, scales))
        }
        fontSize={10}
        textAnchor="middle"
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {text}
      </text>
    ) : null,
  )
}

/** The unit stands at the top: a bar that reaches up to it carries its figure in itself. */
function aboveOrIn(end: number): number {
  return end - 4 - HEIGHT < UNIT ? end + HEIGHT + 3 : end - 4
}

/** Heights of the curves and levels that cross a period: a figure written over one could not be read. */
function linesOver({ lines, levels }: Panel, { from, to }: Period, scales: Scales): number[] {
  const curves = lines.filter(({ role }) => role === 'line' || role === 'step')
  const values = curves.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.from <= to && from <= mark.to ? (mark.best ?? []) : [])),
  )
  return [...values, ...levels.map(({ value }) => value)].map(scales.y)
}
