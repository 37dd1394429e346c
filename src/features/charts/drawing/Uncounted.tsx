import { isKnown, isTold, middleX } from '#figures/figure.ts'
import type { FigureLine } from '#figures/figure.ts'
import type { Scales } from './scales.ts'

type Props = { lines: readonly FigureLine[]; scales: Scales; down: boolean }

/** Weeks in which something happened that nobody counted (?) or that is withheld (*): not a gap, and not a zero. */
export function Uncounted({ lines, scales, down }: Props) {
  // A price in force stands on every day, whatever the street asked.
  const marks = lines.flatMap((line) => (line.role === 'step' ? [] : line.marks))
  const counted = new Set(marks.filter(isKnown).map(({ from }) => from))
  const weeks = new Map(
    marks
      .filter((mark) => isTold(mark) && !counted.has(mark.from))
      .map((mark) => [mark.from, mark]),
  )
  return [...weeks.values()].map((mark) => (
    <text
      key={mark.from}
      x={scales.x(middleX(mark))}
      y={scales.y(0) + (down ? 11 : -4)}
      fontSize={11}
      fontWeight={600}
      textAnchor="middle"
      fill="var(--ink-2)"
    >
      {mark.n === null ? '*' : '?'}
    </text>
  ))
}
