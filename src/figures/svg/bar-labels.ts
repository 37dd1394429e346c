import type { Period } from '#domain/time.ts'
import { clearOf } from '#figures/drawn/clear-of.ts'
import { thatFit } from '#figures/drawn/that-fit.ts'
import { middleX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import { meet } from '#figures/map/meet.ts'
import type { Box } from '#figures/map/declutter.ts'
import { widthOf } from './measure.ts'
import type { Scales } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/**
 * The figures at the ends of their bars; where they would touch, the larger is kept, and none is written over the
 * name of a level.
 */
export function barLabels(
  sheet: Sheet,
  panel: Panel,
  scales: Scales,
  taken: readonly Box[],
): string {
  const size = sheet.type.tick - 0.5
  const { labels, down } = panel
  const { left, right } = scales.area
  const boxes = labels.map(({ from, to, text }) => {
    const half = widthOf(text, 'strong', size) / 2 + 1
    // At the edge of the window it moves in.
    const middle = Math.min(right - half, Math.max(left + half, scales.x(middleX({ from, to }))))
    return { left: middle - half, right: middle + half }
  })
  const placed = labels.map(({ from, to, end }, index) => {
    const { left = 0, right = 0 } = boxes[index] ?? {}
    const y = scales.y(end)
    const base = down ? y + size : clearOf(y - 4, size, linesOver(panel, { from, to }, scales))
    return { base, box: { left, top: base - size, width: right - left, height: size + 2 } }
  })
  const shown = thatFit(boxes, (index) => labels[index]?.value ?? 0)
  return placed
    .map(({ base, box }, index) =>
      !shown.has(index) || taken.some((other) => meet(box, other))
        ? ''
        : text(sheet, box.left + box.width / 2, base, labels[index]?.text ?? '', {
            size,
            face: 'strong',
            anchor: 'middle',
            colour: '--ink',
            halo: true,
          }),
    )
    .join('')
}

/** Heights of the curves and levels that cross a period: a figure written over one could not be read. */
function linesOver({ lines, levels }: Panel, { from, to }: Period, { y }: Scales): number[] {
  const curves = lines.filter(({ role }) => role === 'line' || role === 'step')
  const values = curves.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.from <= to && from <= mark.to ? (mark.best ?? []) : [])),
  )
  return [...values, ...levels.map(({ value }) => value)].map(y)
}
