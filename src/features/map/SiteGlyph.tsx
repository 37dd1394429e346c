import { SEVERITIES } from './site-look.ts'
import type { SiteLook } from './site-look.ts'

const BARS = [0, 1, 2, 3]
const SEVERITY_COLORS = {
  none: 'open',
  short: 'open',
  moderate: 'restricted',
  long: 'contested',
  severe: 'cut',
} as const

const DROP = 'M7 1C7 1 2.5 6.3 2.5 9a4.5 4.5 0 0 0 9 0C11.5 6.3 7 1 7 1z'
const HALF = 'M2.5 9a4.5 4.5 0 0 0 9 0z'

/** What a place's mark says, as a shape: bars for a wait, a drop for the stations. Its words stand elsewhere. */
export function SiteGlyph({ look }: { look: SiteLook }) {
  const color = `var(--status-${colorOf(look)})`
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="none"
      stroke={color}
      strokeWidth="1.5"
    >
      {glyphOf(look, color)}
    </svg>
  )
}

function colorOf(look: SiteLook) {
  if (look.shows === 'wait') return SEVERITY_COLORS[look.severity]
  if (look.shows === 'supplied') return 'open'
  if (look.shows === 'dry') return 'cut'
  return look.shows === 'mixed' || look.shows === 'queue' ? 'restricted' : 'unknown'
}

function glyphOf(look: SiteLook, color: string) {
  switch (look.shows) {
    case 'wait':
      return BARS.map((bar) => {
        const [x, height] = [0.75 + bar * 3.3, 4 + bar * 2.75]
        const full = bar < SEVERITIES.indexOf(look.severity)
        const fill = full ? color : 'none'
        return (
          <rect
            key={bar}
            x={x}
            y={13 - height}
            width="2"
            height={height}
            fill={fill}
            strokeWidth="1"
          />
        )
      })
    case 'supplied':
      return <path d={DROP} fill={color} />
    case 'mixed':
      return (
        <>
          <path d={DROP} />
          <path d={HALF} fill={color} />
        </>
      )
    case 'dry':
      return <path d={`${DROP}M1 13 13 1`} strokeWidth="2" />
    case 'queue':
      return <path d="M2 7h.01M7 7h.01M12 7h.01" strokeWidth="4" strokeLinecap="round" />
    case 'price':
      return <path d="M4 12V2.5h6M4 7h4.5" stroke="var(--ink-2)" strokeWidth="2" />
    case 'withheld':
      return <path d="M7 2v10M2.7 4.5l8.6 5m0-5-8.6 5" />
    case 'unknown':
      return <path d="M4.5 5a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.6M7 11.5v.8" />
  }
}
