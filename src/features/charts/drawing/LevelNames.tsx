import { usePlotArea, useYAxisScale } from 'recharts'
import type { Panel } from '#figures/figure.ts'
import { apart } from './apart.ts'

/** What each dashed level is and who published it, above its line. */
export function LevelNames({ panel: { levels } }: { panel: Panel }) {
  const [toY, area] = [useYAxisScale(), usePlotArea()]
  if (!toY || !area) return null
  const places = apart(levels.map(({ value }) => ({ middle: toY(value) ?? 0, size: 14 })))
  return levels.map(({ label }, index) => (
    <text
      key={label}
      x={area.x + 4}
      // Near the top it would touch the unit.
      y={(places[index] ?? 0) + ((places[index] ?? 0) - area.y < 20 ? 12 : -4)}
      fontSize={11}
      fill="var(--ink-2)"
      stroke="var(--paper)"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {label}
    </text>
  ))
}
