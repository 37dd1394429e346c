import { endX, isPartial, isSoft, startX } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import type { Scales } from './scales.ts'
import { stacksOf } from '#figures/drawn/stacks.ts'

const THINNEST = 5

type Props = { lines: readonly FigureLine[]; scales: Scales; id: string }

/** Stacked bars, each as wide as its period. A known zero is a stroke on the axis; an unknown is nothing. */
export function Bars({ lines, scales, id }: Props) {
  return stacksOf(lines).map(({ from, to, layers, span }) => {
    const [start, end] = [scales.x(startX(from)), scales.x(endX(to))]
    // A single day would be a hairline.
    const width = Math.max(THINNEST, end - start)
    const left = (start + end - width) / 2
    const gap = width > 6 ? 1 : 0
    const middle = left + width / 2
    return (
      <g key={`${from}${to}`}>
        {layers.map(({ line, mark, low, high }) => (
          <Bar
            key={line.key}
            line={line}
            mark={mark}
            id={id}
            x={left + gap}
            width={width - 2 * gap}
            ends={[scales.y(low), scales.y(high)]}
          />
        ))}
        {span && (
          <path
            d={`M${middle} ${scales.y(span[0])}V${scales.y(span[1])}`}
            stroke="var(--ink)"
            strokeWidth={1.5}
          />
        )}
      </g>
    )
  })
}

type BarProps = {
  line: FigureLine
  mark: Mark
  id: string
  x: number
  width: number
  ends: readonly [number, number]
}

function Bar({ line, mark, id, x, width, ends }: BarProps) {
  const [bottom, top] = ends
  const colour = `var(${line.colour})`
  const y = Math.min(bottom, top)
  const height = Math.abs(bottom - top)
  // Nothing arrived, and somebody counted: that is a figure, and it is drawn.
  if (mark.best === 0) return <rect x={x} y={bottom - 1.5} width={width} height={3} fill={colour} />
  // Only a span is known ("most"): its outline, without a bar that would claim a figure.
  if (mark.best === null)
    return (
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={Math.max(1, width - 1)}
        height={Math.max(1, height - 1)}
        fill={colour}
        fillOpacity={0.18}
        stroke={colour}
        strokeDasharray="2 2"
      />
    )
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={Math.max(1, height)}
        fill={colour}
        fillOpacity={isSoft(mark) ? 0.45 : 1}
        stroke={isSoft(mark) ? colour : 'none'}
      />
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill={`url(#${isPartial(mark) ? `${id}hatch` : id + line.key})`}
        stroke={isPartial(mark) ? colour : 'var(--paper)'}
        strokeWidth={isPartial(mark) ? 1 : 0.5}
      />
    </>
  )
}
