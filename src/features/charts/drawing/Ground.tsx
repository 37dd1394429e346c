import type { Drawing, Panel, Tick } from '#figures/figure.ts'
import { startX } from '#figures/figure.ts'
import type { Scales } from './scales.ts'

const TEXT = { fill: 'var(--ink-2)', fontSize: 11 }

type Props = { panel: Panel; scales: Scales; ticks: readonly Tick[] }

/** What everything else lies on: the line that a row stands on, or the grid of a panel with its values. */
export function Ground({ panel, scales, ticks }: Props) {
  const { left, right } = scales.area
  const across = (value: number) => `M${left} ${scales.y(value)}H${right}`
  if (panel.isRow) return <path d={across(0)} stroke="var(--line-strong)" />
  return (
    <>
      <path d={ticks.map(({ value }) => across(value)).join('')} stroke="var(--line)" />
      <g className="values" textAnchor="end" {...TEXT}>
        {ticks.map(({ value, label }) => (
          <text key={value} x={left - 8} y={scales.y(value)} dy="0.355em">
            {label}
          </text>
        ))}
      </g>
      {panel.levels.map(({ value, label }) => (
        <path key={label} d={across(value)} stroke="var(--ink-2)" strokeDasharray="2 3" />
      ))}
    </>
  )
}

/** The days under the last panel. */
export function TimeAxis({ xTicks, scales }: { xTicks: Drawing['xTicks']; scales: Scales }) {
  const { left, right, bottom } = scales.area
  const ticks = xTicks.map(({ day, label }) => ({ x: scales.x(startX(day)), label }))
  return (
    <>
      <path
        d={`M${left} ${bottom}H${right}${ticks.map(({ x }) => `M${x} ${bottom}v4`).join('')}`}
        stroke="var(--line-strong)"
      />
      <g className="days" textAnchor="middle" {...TEXT}>
        {ticks.map(({ x, label }) => (
          <text key={x} x={x} y={bottom + 6} dy="0.71em">
            {label}
          </text>
        ))}
      </g>
    </>
  )
}
