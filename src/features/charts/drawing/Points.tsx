import { endX, isKnown, middleX, startX } from '#figures/figure.ts'
import type { FigureLine, Mark } from '#figures/figure.ts'
import { MarkerShape } from '#features/charts/MarkerShape.tsx'
import type { Scales } from './scales.ts'

type Props = { line: FigureLine; scales: Scales }

/** Reported values: a marker at the best, a bar over the range, a hairline over the days it may be of. */
export function Points({ line, scales }: Props) {
  return line.marks.filter(isKnown).map((mark, index) => (
    // Two places may report on the same days, so a period is no key.
    // oxlint-disable-next-line react/no-array-index-key
    <Point key={index} mark={mark} line={line} scales={scales} />
  ))
}

function Point({ mark, line, scales }: { mark: Mark; line: FigureLine; scales: Scales }) {
  const colour = `var(${line.colour})`
  const x = scales.x(middleX(mark))
  const { low, best, high } = mark
  const [from, to] = [low ?? best ?? high ?? 0, high ?? best ?? low ?? 0]
  const middle = scales.y(best ?? (from + to) / 2)
  const [left, right] = [scales.x(startX(mark.from)), scales.x(endX(mark.to))]
  const isWide = line.role === 'ranges'
  const width = isWide ? Math.max(2, right - left - 1) : 5
  return (
    <g>
      {!isWide && mark.from !== mark.to && (
        <path d={`M${left} ${middle}H${right}`} stroke={colour} strokeOpacity={0.6} />
      )}
      {from !== to && (
        <rect
          x={x - width / 2}
          y={scales.y(to)}
          width={width}
          height={Math.max(1, Math.abs(scales.y(from) - scales.y(to)))}
          rx={1}
          fill={colour}
          fillOpacity={isWide ? 0.55 : 0.4}
        />
      )}
      {isWide && from === to && (
        <path d={`M${x - width / 2} ${scales.y(from)}h${width}`} stroke={colour} strokeWidth={2} />
      )}
      {!isWide && best !== null && (
        <MarkerShape x={x} y={middle} marker={line.marker} colour={colour} />
      )}
    </g>
  )
}
