import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { endX, startX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import { apart } from '#figures/drawn/apart.ts'
import { clearStart } from '#figures/drawn/clear-of.ts'

const CHARACTER = 5.6
/** Room for the figure above a bar. */
const LABEL = 16

/** What each dashed level is and who published it, above its line, where no bar stands in the way. */
export function LevelNames({ panel: { levels, lines } }: { panel: Panel }) {
  const [toX, toY, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()]
  if (!toX || !toY || !area) return null
  const places = apart(levels.map(({ value }) => ({ middle: toY(value) ?? 0, size: 14 })))
  const room = { left: area.x + 4, right: area.x + area.width }
  const bars = lines.flatMap(({ role, marks }) =>
    role !== 'bars'
      ? []
      : marks.flatMap(({ from, to, best, high }) =>
          (high ?? best) === null
            ? []
            : [
                {
                  left: toX(startX(from)) ?? 0,
                  right: toX(endX(to)) ?? 0,
                  top: (toY(high ?? best ?? 0) ?? 0) - LABEL,
                },
              ],
        ),
  )
  return levels.map(({ label }, index) => {
    const place = places[index] ?? 0
    // Near the top it would touch the unit.
    const y = place + (place - area.y < 20 ? 12 : -4)
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
