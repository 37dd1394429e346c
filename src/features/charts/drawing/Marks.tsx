import { useXAxisScale, useYAxisScale } from 'recharts'
import { endX, startX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import type { Period } from '#domain/time.ts'
import { TexturePattern } from '#features/charts/TexturePattern.tsx'
import { BarLabels } from './BarLabels.tsx'
import { Bars } from './Bars.tsx'
import { Gauges } from './Gauges.tsx'
import { Points } from './Points.tsx'
import { Uncounted } from './Uncounted.tsx'

type Props = { panel: Panel; window: Period; id: string }

/** Pixels of a panel. `x` takes days since 1970 and stays within the window. */
export type Scales = { x: (day: number) => number; y: (value: number) => number }

/** What Recharts has no shape for: bars as wide as their weeks, points with ranges, parts and floors. */
export function Marks({ panel, window, id }: Props) {
  const [toX, toY] = [useXAxisScale(), useYAxisScale()]
  if (!toX || !toY) return null
  const [first, last] = [startX(window.from), endX(window.to)]
  const scales: Scales = {
    x: (day) => toX(Math.min(last, Math.max(first, day))) ?? 0,
    y: (value) => toY(Math.min(panel.top, value)) ?? 0,
  }
  const bars = panel.lines.filter(({ role }) => role === 'bars')
  return (
    <g>
      <defs>
        <TexturePattern id={`${id}hatch`} texture="hatch" />
        {bars.map(({ key, texture }) => (
          <TexturePattern key={key} id={id + key} texture={texture} />
        ))}
      </defs>
      <Bars lines={bars} scales={scales} id={id} />
      <BarLabels panel={panel} scales={scales} />
      <Uncounted lines={panel.lines} scales={scales} down={panel.down} />
      {panel.lines.map(
        (line) =>
          line.role === 'gauges' && (
            <Gauges
              key={line.key}
              line={line}
              scales={scales}
              width={scales.x(last) - scales.x(first)}
            />
          ),
      )}
      {panel.lines.map(
        (line) =>
          (line.role === 'points' || line.role === 'ranges') && (
            <Points key={line.key} line={line} scales={scales} />
          ),
      )}
    </g>
  )
}
