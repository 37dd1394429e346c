import type { SiteLook } from './site-look.ts'
import { GLYPH, siteShapes } from './site-shapes.ts'

/** The sign of a place. Its words stand elsewhere. */
export function SiteGlyph({ look }: { look: SiteLook }) {
  return (
    <svg width={GLYPH} height={GLYPH} viewBox={`0 0 ${GLYPH} ${GLYPH}`} aria-hidden="true">
      {siteShapes(look).map(({ d, stroke, fill, width, round }) => (
        <path
          key={d}
          d={d}
          stroke={stroke}
          fill={fill ?? 'none'}
          strokeWidth={width}
          strokeLinecap={round ? 'round' : undefined}
        />
      ))}
    </svg>
  )
}
