import { apart } from '#figures/drawn/apart.ts'
import { endX, isKnown, startX } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import { widthOf } from './measure.ts'
import type { Scales } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { el } from './xml.ts'

const THINNEST = 8
const GAP = 3

type Placed = { mark: Mark; left: number; width: number }

/** A small gauge a report: its frame is all the stations, its filling those that had fuel. Empty is a zero. */
export function gauges(sheet: Sheet, line: FigureLine, scales: Scales): string {
  const placed = place(line.marks.filter(isKnown), scales)
  const { tick: size } = sheet.type
  return placed
    .map((each, index) => {
      const { mark, left, width } = each
      const room = {
        after: (placed[index + 1]?.left ?? scales.area.right + GAP) - GAP,
        before: labelled(placed[index - 1]),
      }
      const said = widthOf(mark.said, 'sans', size)
      const look = { size, colour: '--ink', halo: true }
      const base = scales.y(0.5) + size * 0.36
      const after = left + width + GAP
      const label =
        after + said <= room.after
          ? text(sheet, after, base, mark.said, look)
          : left - GAP - said >= room.before && placed[index + 1] === undefined
            ? text(sheet, left - GAP, base, mark.said, { ...look, anchor: 'end' })
            : ''
      return el('g', { class: 'mark gauges' }, gauge(sheet, line, each, scales), label)
    })
    .join('')

  /** Where the room of a gauge and of what may be written after it ends. */
  function labelled(before: Placed | undefined): number {
    if (!before) return scales.area.left
    return before.left + before.width + 2 * GAP + widthOf(before.mark.said, 'sans', size)
  }
}

/** Days next to one another are moved apart by a few pixels: on top of one another neither could be read. */
function place(marks: Mark[], { x, area }: Scales): Placed[] {
  const boxes = marks
    .map((mark) => {
      const [start, end] = [x(startX(mark.from)), x(endX(mark.to))]
      return { mark, middle: (start + end) / 2, width: Math.max(THINNEST, end - start - 1) }
    })
    .toSorted((a, b) => a.middle - b.middle)
  const middles = apart(boxes.map(({ middle, width }) => ({ middle, size: width + 2 })))
  // Moved apart they may stick out; all move back together.
  const last = boxes.at(-1)
  const over = last ? (middles.at(-1) ?? 0) + last.width / 2 - area.right : 0
  return boxes.map(({ mark, middle, width }, index) => ({
    mark,
    width,
    left: (middles[index] ?? middle) - width / 2 - Math.max(0, over),
  }))
}

function gauge(
  sheet: Sheet,
  line: FigureLine,
  { mark, left, width }: Placed,
  { y }: Scales,
): string {
  const { low, best, high } = mark
  const colour = sheet.colour(line.colour)
  const [from, to] = best === null ? [low ?? 0, high ?? 1] : [0, best]
  const filling = el('rect', {
    x: left,
    y: y(to),
    width,
    height: Math.max(0, y(from) - y(to)),
    fill: colour,
    'fill-opacity': best === null ? 0.3 : null,
  })
  const frame = el('rect', {
    x: left,
    y: y(1),
    width,
    height: y(0) - y(1),
    fill: 'none',
    stroke: best === 0 ? sheet.colour('--status-cut') : colour,
    'stroke-dasharray': best === null ? '2 2' : null,
  })
  return filling + frame
}
