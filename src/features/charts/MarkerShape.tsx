import type { Marker } from '#figures/figure.ts'

type Props = { x: number; y: number; marker: Marker; colour: string }

/** One reported value. The shape tells lines apart where colours do not. */
export function MarkerShape({ x, y, marker, colour }: Props) {
  const look = { fill: colour, stroke: 'var(--paper)', strokeWidth: 1 }
  switch (marker) {
    case 'circle':
      return <circle cx={x} cy={y} r={4} {...look} />
    case 'square':
      return <rect x={x - 3.6} y={y - 3.6} width={7.2} height={7.2} {...look} />
    case 'diamond':
      return <path d={`M${x} ${y - 5}l5 5-5 5-5-5z`} {...look} />
    case 'triangle':
      return <path d={`M${x} ${y - 5}l4.6 8.4h-9.2z`} {...look} />
  }
}
