import { middleX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import type { Scales } from './Marks.tsx'
import { thatFit } from './that-fit.ts'

const CHARACTER = 6

/** The figures at the ends of their bars; where they would touch, the larger is kept. */
export function BarLabels({ panel: { labels, down }, scales }: { panel: Panel; scales: Scales }) {
  const boxes = labels.map(({ from, to, text }) => {
    const middle = scales.x(middleX({ from, to }))
    const half = (text.length * CHARACTER) / 2 + 1
    return { left: middle - half, right: middle + half }
  })
  const shown = thatFit(boxes, (index) => labels[index]?.value ?? 0)
  return labels.map(({ from, to, end, text }, index) =>
    shown.has(index) ? (
      <text
        key={`${from}${to}`}
        x={scales.x(middleX({ from, to }))}
        y={scales.y(end) + (down ? 11 : -4)}
        fontSize={10}
        textAnchor="middle"
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {text}
      </text>
    ) : null,
  )
}
