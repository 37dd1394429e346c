import { memo, useId } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { MAY_BE_DEMO } from '#api/data-mode.ts'
import type { Period } from '#domain/time.ts'
import { endX, startX } from '#figures/figure.ts'
import type { Drawing, Panel } from '#figures/figure.ts'
import { TIME_AXIS_HEIGHT } from '#features/charts/layout.ts'
import { curvesOf } from '#figures/drawn/curves.ts'
import { ticksShown } from '#figures/drawn/ticks-shown.ts'
import { EndNames } from './EndNames.tsx'
import { LevelNames } from './LevelNames.tsx'
import { Marks } from './Marks.tsx'
import { Watermark } from './Watermark.tsx'

type PanelProps = {
  panel: Panel
  mark: string | null
  window: Period
  xTicks: Drawing['xTicks']
  width: number
  height: number
  left: number
  right: number
  hasTimeAxis: boolean
}

/** Recharts lifts curves above all else; reported points and figures must stay legible over them. */
const UNDER_MARKS = 0
const TEXT = { fill: 'var(--ink-2)', fontSize: 11 }

/** One panel by Recharts: axes, levels and curves are its own; bars, points and ranges are ours on its scales. */
function DrawnPanel(props: PanelProps) {
  const { panel, mark, window, xTicks, width, height, left, right, hasTimeAxis } = props
  const id = useId()
  const { ticks, top, down, isRow, lines, levels } = panel
  const shown = ticksShown(panel, height - (hasTimeAxis ? TIME_AXIS_HEIGHT : 0)).map(
    ({ value }) => value,
  )
  const curves = lines.filter(({ role }) => role === 'line' || role === 'step')
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={{ top: down ? 0 : 7, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      {isRow ? (
        <ReferenceLine y={0} stroke="var(--line-strong)" />
      ) : (
        <CartesianGrid
          vertical={false}
          horizontalValues={shown}
          syncWithTicks
          stroke="var(--line)"
        />
      )}
      <XAxis
        dataKey="x"
        type="number"
        domain={[startX(window.from), endX(window.to)]}
        allowDataOverflow
        ticks={xTicks.map(({ day }) => startX(day))}
        tickFormatter={(_, index) => xTicks[index]?.label ?? ''}
        interval={0}
        hide={!hasTimeAxis}
        height={TIME_AXIS_HEIGHT}
        tick={TEXT}
        tickSize={4}
        tickMargin={2}
        stroke="var(--line-strong)"
      />
      <YAxis
        type="number"
        domain={[0, top]}
        allowDataOverflow
        reversed={down}
        ticks={shown}
        tickFormatter={(value) => ticks.find((tick) => tick.value === value)?.label ?? ''}
        interval={0}
        width={left}
        tick={TEXT}
        tickLine={false}
        axisLine={false}
      />
      {levels.map(({ value, label }) => (
        <ReferenceLine
          key={label}
          y={value}
          stroke="var(--ink-2)"
          strokeDasharray="2 3"
          zIndex={UNDER_MARKS}
        />
      ))}
      {curves.map((line) => (
        <Area
          key={line.key}
          data={curvesOf(line)}
          dataKey="span"
          type={line.role === 'step' ? 'stepAfter' : 'linear'}
          stroke="none"
          fill={`var(${line.colour})`}
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
          zIndex={UNDER_MARKS}
        />
      ))}
      {curves.map((line) => (
        // A gap is a time nobody reported on; joining it would invent a figure.
        <Line
          key={line.key}
          data={curvesOf(line)}
          dataKey="y"
          type={line.role === 'step' ? 'stepAfter' : 'linear'}
          connectNulls={false}
          stroke={`var(${line.colour})`}
          strokeWidth={1.75}
          strokeDasharray={line.dashed ? '5 3' : 'none'}
          dot={line.role === 'line' ? { r: 2, fill: `var(${line.colour})`, strokeWidth: 0 } : false}
          activeDot={false}
          isAnimationActive={false}
          zIndex={UNDER_MARKS}
        />
      ))}
      {down && <ReferenceLine y={0} stroke="var(--line-strong)" />}
      <Marks panel={panel} window={window} id={id} />
      {MAY_BE_DEMO && mark && <Watermark mark={mark} />}
      <LevelNames panel={panel} />
      {right > 60 && <EndNames panel={panel} />}
    </ComposedChart>
  )
}

/** Drawn anew only when its data or its size change: Recharts takes tens of milliseconds, a pointer has none. */
export const PanelDrawing = memo(DrawnPanel)
