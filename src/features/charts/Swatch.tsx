import type { FigureLine } from '#figures/figure.ts'
import { MarkerShape } from './MarkerShape.tsx'
import { TexturePattern } from './TexturePattern.tsx'

/** A line's look in small, the same shapes as in the drawing. */
export function Swatch({ line, id }: { line: FigureLine; id: string }) {
  const colour = `var(${line.colour})`
  return (
    <svg width="20" height="12" aria-hidden="true">
      {(line.role === 'bars' || line.role === 'gauges') && (
        <>
          <TexturePattern id={id} texture={line.texture} />
          <rect x="4" width="12" height="12" fill={colour} />
          <rect x="4" width="12" height="12" fill={`url(#${id})`} />
        </>
      )}
      {line.role === 'ranges' && (
        <rect x="7" width="6" height="12" rx="1" fill={colour} fillOpacity="0.55" />
      )}
      {(line.role === 'line' || line.role === 'step') && (
        <line
          x2="20"
          y1="6"
          y2="6"
          stroke={colour}
          strokeWidth="2"
          strokeDasharray={line.dashed ? '5 3' : undefined}
        />
      )}
      {line.role === 'points' && <MarkerShape x={10} y={6} marker={line.marker} colour={colour} />}
    </svg>
  )
}
