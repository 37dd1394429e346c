import type { Panel } from '#figures/figure.ts'
import { isNamedAtEnd } from '#figures/end-names.ts'
import { apart } from '#figures/drawn/apart.ts'
import type { Scales } from './scales.ts'

const LINE_HEIGHT = 13

/** Names at the ends of lines that reach the right edge: nobody has to go to the key and back. */
export function EndNames({ panel, scales }: { panel: Panel; scales: Scales }) {
  const ends = panel.lines
    .filter(({ key }) => isNamedAtEnd(panel, key))
    .map(({ key, name, colour, marks }) => {
      const last = marks.at(-1)
      return { key, name: `${name} ${last?.said ?? ''}`, colour, y: scales.y(last?.best ?? 0) }
    })
  const places = apart(ends.map(({ y }) => ({ middle: y, size: LINE_HEIGHT })))
  return ends.map(({ key, name, colour }, index) => (
    <text
      key={key}
      x={scales.area.right + 5}
      y={(places[index] ?? 0) + 4}
      fontSize={11}
      fill={`var(${colour})`}
    >
      {name}
    </text>
  ))
}
