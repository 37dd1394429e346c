import type { Panel } from '#figures/figure.ts'
import { TexturePattern } from '#features/charts/TexturePattern.tsx'
import { BarLabels } from './BarLabels.tsx'
import { Bars } from './Bars.tsx'
import { Gauges } from './Gauges.tsx'
import { Points } from './Points.tsx'
import type { Scales } from './scales.ts'
import { Uncounted } from './Uncounted.tsx'

type Props = { panel: Panel; scales: Scales; id: string }

/** What Recharts has no shape for: bars as wide as their weeks, points with ranges, parts and floors. */
export function Marks({ panel, scales, id }: Props) {
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
              width={scales.area.right - scales.area.left}
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
