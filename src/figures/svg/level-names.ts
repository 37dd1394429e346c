import { endX, middleX, startX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import { meet } from '#figures/map/meet.ts'
import type { Box } from '#figures/map/declutter.ts'
import { widthOf, wrap } from './measure.ts'
import type { Scales } from './scales.ts'
import { text } from './sheet.ts'
import type { Sheet } from './sheet.ts'

export type LevelName = { lines: readonly string[]; box: Box }

/** Between a line and the feet of the text above it, px. */
const GAP = 4

/**
 * Where the name of each dashed level stands: over its line or under it, as far to the left as no bar, no line of
 * another level and no other name is in the way; else at the right end, where its halo must do.
 */
export function levelNames(sheet: Sheet, panel: Panel, scales: Scales): LevelName[] {
  const { area, y } = scales
  const size = sheet.type.tick
  const leading = size + 2
  const room = { left: area.left + 4, right: area.right }
  const bars = [...barsOf(panel, scales), ...pointsOf(panel, scales)]
  const placed: LevelName[] = []
  for (const { value, label } of panel.levels) {
    const lines = wrap(label, 'sans', size, room.right - room.left)
    const width = Math.max(...lines.map((line) => widthOf(line, 'sans', size)))
    const height = lines.length * leading
    const line = y(value)
    const others = panel.levels
      .filter((other) => other.value !== value)
      .map((other) => ({ left: area.left, top: y(other.value), width: area.right, height: 1 }))
    const taken = [...bars, ...others, ...placed.map(({ box }) => box)]
    const lefts = [room.left, ...bars.map((bar) => bar.left + bar.width + GAP)]
      .filter((left) => left + width <= room.right)
      .toSorted((a, b) => a - b)
    const tops = [line - GAP / 2 - height, line + GAP / 2].filter(
      (top) => top >= area.top - size && top + height <= area.bottom,
    )
    const boxes = tops.flatMap((top) => lefts.map((left) => ({ left, top, width, height })))
    const box = boxes.find((each) => !taken.some((other) => meet(each, other))) ?? {
      left: Math.max(room.left, room.right - width),
      top: tops[0] ?? line + GAP / 2,
      width,
      height,
    }
    placed.push({ lines, box })
  }
  return placed
}

function barsOf({ lines }: Panel, { x, y }: Scales): Box[] {
  return lines.flatMap(({ role, marks }) =>
    marks.flatMap(({ from, to, best, high }) => {
      const end = high ?? best
      if (role !== 'bars' || end === null) return []
      const [left, right, top] = [x(startX(from)), x(endX(to)), y(end)]
      return [{ left, top, width: right - left, height: Math.max(1, y(0) - top) }]
    }),
  )
}

/** Reported values stand as much in the way as bars do. */
function pointsOf({ lines }: Panel, { x, y }: Scales): Box[] {
  return lines.flatMap(({ role, marks }) =>
    marks.flatMap((mark) => {
      const { low, best, high } = mark
      const [from, to] = [low ?? best ?? high, high ?? best ?? low]
      if (role !== 'points' || from === null || to === null) return []
      const [top, bottom] = [y(to) - MARKER, y(from) + MARKER]
      return [{ left: x(middleX(mark)) - MARKER, top, width: 2 * MARKER, height: bottom - top }]
    }),
  )
}

/** Half of a marker, px. */
const MARKER = 5

/** The names as text. */
export function drawLevelNames(sheet: Sheet, names: readonly LevelName[]): string {
  const size = sheet.type.tick
  return names
    .flatMap(({ lines, box }) =>
      lines.map((line, row) =>
        text(sheet, box.left, box.top + row * (size + 2) + size, line, {
          size,
          colour: '--ink-2',
          halo: true,
        }),
      ),
    )
    .join('')
}
