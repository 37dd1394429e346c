import type { CorridorStatus } from '#domain/corridor-status.ts'
import { lineLook } from '#figures/map/strokes.ts'

type Props = {
  status: CorridorStatus
  lastKnown: CorridorStatus | null
  width: number
  long: number
}

/** A short piece of the line of a status, drawn with the strokes that the map itself uses. */
export function LineSample({ status, lastKnown, width, long }: Props) {
  const { strokes, crossed } = lineLook(status, lastKnown, width)
  return (
    <svg width={long} height="14" aria-hidden="true">
      {strokes.map(({ color, weight, opacity, dashArray, lineCap }, i) => (
        <line
          key={i}
          x1={lineCap === 'round' ? 3 : 0}
          x2={lineCap === 'round' ? long - 3 : long}
          y1="7"
          y2="7"
          stroke={color}
          strokeWidth={weight}
          strokeOpacity={opacity}
          strokeDasharray={dashArray ?? undefined}
          strokeLinecap={lineCap}
        />
      ))}
      {crossed && (
        <path
          d={`M${long / 2 - 4} 3l8 8m0-8l-8 8`}
          stroke={`var(--status-${status})`}
          strokeWidth="2"
          fill="none"
        />
      )}
    </svg>
  )
}
