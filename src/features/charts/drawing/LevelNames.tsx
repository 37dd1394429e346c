import { endX, startX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import { apart } from '#figures/drawn/apart.ts'
import { clearStart } from '#figures/drawn/clear-of.ts'
import type { Scales } from './scales.ts'

const CHARACTER = 5.6
/** Room for the figure above a bar. */
const LABEL = 16

/** What each dashed level is and who published it, above its line, where no bar stands in the way. */
export function LevelNames({ panel, scales }: { panel: Panel; scales: Scales }) {
  const { levels, lines } = panel
  const { x: toX, y: toY, area } = scales
  const places = apart(levels.map(({ value }) => ({ middle: toY(value), size: 14 })))
  const room = { left: area.left + 4, right: area.right }
  const bars = lines.flatMap(({ role, marks }) =>
    role !== 'bars'
      ? []
      : marks.flatMap(({ from, to, best, high }) =>
          (high ?? best) === null
            ? []
            : [
                {
                  left: toX(startX(from)),
                  right: toX(endX(to)),
                  top: toY(high ?? best ?? 0) - LABEL,
                },
              ],
        ),
  )
  return levels.map(({ label }, index) => {
    const place = places[index] ?? 0
    // Near the top it would touch the unit.
    const y = place + (place - area.top < 20 ? 12 : -4)
    return (
      <text
        key={label}
        x={clearStart(label.length * CHARACTER, room, y, bars)}
        y={y}
        fontSize={11}
        fill="var(--ink-2)"
        stroke="var(--paper)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {label}
      </text>
    )
  })
}
