import type { ReactNode } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { Period } from '#domain/time.ts'
import { curvesOf, hasBand } from '#figures/drawn/curves.ts'
import { endX, startX } from '#figures/figure.ts'
import type { FigureLine, Panel } from '#figures/figure.ts'
import type { Area as Room } from './scales.ts'

type Props = {
  panel: Panel
  lines: readonly FigureLine[]
  window: Period
  width: number
  height: number
  area: Room
  /** Drawn below the curves, and above them. */
  under: ReactNode
  over: ReactNode
}

/** Recharts lifts curves above all else; reported points and figures must stay legible over them. */
const UNDER_MARKS = 0
/** Axes that only scale: they are drawn by us, and their ticks need not be nice. */
const SCALE = { type: 'number', allowDataOverflow: true, hide: true, niceTicks: 'none' } as const

/**
 * The curves of a panel by Recharts, in their ranges. Each part that it is given takes its share of memory and of the
 * first drawing, so it is given these alone: it works no ticks out, and a curve without ranges has no band.
 */
export function Curves({ panel, lines, window, width, height, area, under, over }: Props) {
  const curves = lines.map((line) => {
    const points = curvesOf(line)
    const look = {
      data: points,
      type: line.role === 'step' ? ('stepAfter' as const) : ('linear' as const),
      activeDot: false,
      isAnimationActive: false,
      zIndex: UNDER_MARKS,
    }
    return { line, look, isBanded: hasBand(points) }
  })
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={{
        top: area.top,
        right: width - area.right,
        bottom: height - area.bottom,
        left: area.left,
      }}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      {under}
      <XAxis {...SCALE} dataKey="x" domain={[startX(window.from), endX(window.to)]} />
      <YAxis {...SCALE} domain={[0, panel.top]} reversed={panel.down} />
      {curves.map(
        ({ line, look, isBanded }) =>
          isBanded && (
            <Area
              {...look}
              key={line.key}
              dataKey="span"
              stroke="none"
              fill={`var(${line.colour})`}
              fillOpacity={0.16}
            />
          ),
      )}
      {curves.map(({ line, look }) => (
        // A gap is a time nobody reported on; joining it would invent a figure.
        <Line
          {...look}
          key={line.key}
          dataKey="y"
          connectNulls={false}
          stroke={`var(${line.colour})`}
          strokeWidth={1.75}
          strokeDasharray={line.dashed ? '5 3' : 'none'}
          dot={line.role === 'line' ? { r: 2, fill: `var(${line.colour})`, strokeWidth: 0 } : false}
        />
      ))}
      {over}
    </ComposedChart>
  )
}
