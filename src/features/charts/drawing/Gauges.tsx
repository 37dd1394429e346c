import { endX, isKnown, startX } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import { apart } from '#figures/drawn/apart.ts'
import type { Scales } from './scales.ts'

const THINNEST = 8
const CHARACTER = 6

type Placed = { mark: Mark; left: number; width: number }

/**
 * A small gauge a report: its frame is all the stations, its filling those that had fuel. Empty is a zero. More reports
 * than there is room for gauges are columns instead, each as wide as its days.
 */
export function Gauges({
  line,
  scales,
  width,
}: {
  line: FigureLine
  scales: Scales
  width: number
}) {
  const marks = line.marks.filter(isKnown)
  const colour = `var(${line.colour})`
  if (marks.length * (THINNEST + 2) > width) return <Columns {...{ marks, colour, scales }} />
  const placed = place(marks, scales)
  return placed.map(({ mark, left, width: wide }, index) => {
    const next = placed[index + 1]?.left ?? Infinity
    const label = left + wide + 3
    return (
      // Two reports may speak of the same days, so a period is no key.
      // oxlint-disable-next-line react/no-array-index-key
      <g key={index}>
        <Gauge mark={mark} left={left} width={wide} colour={colour} scales={scales} />
        {label + mark.said.length * CHARACTER <= next && (
          <text x={label} y={scales.y(0.5) + 4} fontSize={10} fill="var(--ink)">
            {mark.said}
          </text>
        )}
      </g>
    )
  })
}

/** Day beside day: pale is all the stations that were told of, full those that had fuel, and none at all has a colour of its own. */
function Columns({ marks, colour, scales }: { marks: Mark[]; colour: string; scales: Scales }) {
  return marks.map((mark, index) => {
    const [left, right] = [scales.x(startX(mark.from)), scales.x(endX(mark.to))]
    const across = { x: left, width: Math.max(1, right - left) }
    const { low, best, high } = mark
    const [from, to] = best === null ? [low ?? 0, high ?? 1] : [0, best]
    return (
      // oxlint-disable-next-line react/no-array-index-key -- two reports may speak of the same days
      <g key={index} shapeRendering="crispEdges">
        <rect
          {...across}
          y={scales.y(1)}
          height={scales.y(0) - scales.y(1)}
          fill={best === 0 ? 'var(--status-cut)' : colour}
          fillOpacity={best === 0 ? 0.35 : 0.14}
        />
        <rect
          {...across}
          y={scales.y(to)}
          height={Math.max(0, scales.y(from) - scales.y(to))}
          fill={colour}
          fillOpacity={best === null ? 0.35 : 1}
        />
      </g>
    )
  })
}

/** Days next to one another are moved apart by a few pixels: on top of one another neither could be read. */
function place(marks: Mark[], scales: Scales): Placed[] {
  const boxes = marks
    .map((mark) => {
      const [start, end] = [scales.x(startX(mark.from)), scales.x(endX(mark.to))]
      return { mark, middle: (start + end) / 2, width: Math.max(THINNEST, end - start - 1) }
    })
    .toSorted((a, b) => a.middle - b.middle)
  const middles = apart(boxes.map(({ middle, width }) => ({ middle, size: width + 2 })))
  return boxes.map(({ mark, middle, width }, index) => ({
    mark,
    width,
    left: (middles[index] ?? middle) - width / 2,
  }))
}

type GaugeProps = Omit<Placed, 'mark'> & { mark: Mark; colour: string; scales: Scales }

function Gauge({ mark, left, width, colour, scales }: GaugeProps) {
  const { low, best, high } = mark
  const [from, to] = best === null ? [low ?? 0, high ?? 1] : [0, best]
  return (
    <>
      <rect
        x={left}
        y={scales.y(to)}
        width={width}
        height={Math.max(0, scales.y(from) - scales.y(to))}
        fill={colour}
        fillOpacity={best === null ? 0.3 : 1}
      />
      <rect
        x={left}
        y={scales.y(1)}
        width={width}
        height={scales.y(0) - scales.y(1)}
        fill="none"
        stroke={best === 0 ? 'var(--status-cut)' : colour}
        strokeDasharray={best === null ? '2 2' : undefined}
      />
    </>
  )
}
