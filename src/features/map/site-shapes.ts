import { SEVERITIES } from './site-look.ts'
import type { SiteLook } from './site-look.ts'

/** Side of the square that a site's sign is drawn in. */
export const GLYPH = 14

/** One piece of a sign: what it is drawn along, and with which of the page's colours. */
export type Shape = {
  d: string
  stroke: string
  fill: string | null
  width: number
  round?: boolean
}

const SEVERITY_COLORS = {
  none: 'open',
  short: 'open',
  moderate: 'restricted',
  long: 'contested',
  severe: 'cut',
} as const

const DROP = 'M7 1C7 1 2.5 6.3 2.5 9a4.5 4.5 0 0 0 9 0C11.5 6.3 7 1 7 1z'
const HALF = 'M2.5 9a4.5 4.5 0 0 0 9 0z'
const BARS = [0, 1, 2, 3].map((bar) => {
  const height = 4 + bar * 2.75
  return `M${0.75 + bar * 3.3} ${13 - height}h2v${height}h-2z`
})

/** What a place's mark says, as a shape: bars for a wait, a drop for the stations. */
export function siteShapes(look: SiteLook): Shape[] {
  const stroke = `var(--status-${siteColor(look)})`
  const plain = { stroke, fill: null, width: 1.5 }
  switch (look.shows) {
    case 'wait': {
      const full = SEVERITIES.indexOf(look.severity)
      return BARS.map((d, bar) => ({ d, stroke, fill: bar < full ? stroke : null, width: 1 }))
    }
    case 'supplied':
      return [{ ...plain, d: DROP, fill: stroke }]
    case 'mixed':
      return [
        { ...plain, d: DROP },
        { ...plain, d: HALF, fill: stroke },
      ]
    case 'dry':
      return [{ ...plain, d: `${DROP}M1 13 13 1`, width: 2 }]
    case 'queue':
      return [{ ...plain, d: 'M2 7h.01M7 7h.01M12 7h.01', width: 4, round: true }]
    case 'price':
      return [{ ...plain, d: 'M4 12V2.5h6M4 7h4.5', stroke: 'var(--ink-2)', width: 2 }]
    case 'withheld':
      return [{ ...plain, d: 'M7 2v10M2.7 4.5l8.6 5m0-5-8.6 5' }]
    case 'unknown':
      return [{ ...plain, d: 'M4.5 5a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.6M7 11.5v.8' }]
  }
}

/** Side of the square that a dot is drawn in. */
export const DOT = 6

/**
 * What a place without room for a sign is drawn as, by the status whose colour it has: left, top, width and height of its
 * pieces, told apart by their shape too.
 */
export const DOTS = {
  unknown: [[2, 2, 2, 2]],
  open: [
    [2, 0, 2, 6],
    [0, 2, 6, 2],
  ],
  restricted: [[0, 2, 6, 2]],
  contested: [
    [0, 0, 2, 6],
    [4, 0, 2, 6],
  ],
  cut: [[0, 0, 6, 6]],
} as const

/** The status whose colour a look has. */
export function siteColor(look: SiteLook) {
  if (look.shows === 'wait') return SEVERITY_COLORS[look.severity]
  if (look.shows === 'supplied') return 'open'
  if (look.shows === 'dry') return 'cut'
  return look.shows === 'mixed' || look.shows === 'queue' ? 'restricted' : 'unknown'
}
