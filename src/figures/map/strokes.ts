import type { CorridorStatus } from '#domain/corridor-status.ts'

/** One stroke of a line, in CSS pixels; the map and its legend draw the same ones. */
export type Stroke = {
  color: string
  weight: number
  opacity: number
  dashArray: string | null
  lineCap: 'butt' | 'round'
}

/** What a line is drawn with. `crossed` lines carry ✕ marks besides. */
export type LineLook = {
  strokes: Stroke[]
  crossed: boolean
}

const CASING = 'var(--land-focus)'

function solid(color: string, weight: number, opacity: number): Stroke {
  return { color, weight, opacity, dashArray: null, lineCap: 'round' }
}

/** Width of the line of a corridor, by its priority; a line drawn by hand is thinner. */
export function widthOf(priority: 1 | 2 | 3, byHand: boolean): number {
  const width = { 1: 4, 2: 3.25, 3: 2.75 }[priority]
  return byHand ? width * 0.7 : width
}

/**
 * The strokes of a status from bottom to top. Every status differs in its dash or its rails as well as in
 * colour. Unknown is dotted and grey over a faint wash of what was last known: neither calm nor trouble.
 */
export function lineLook(
  status: CorridorStatus,
  lastKnown: CorridorStatus | null,
  width: number,
): LineLook {
  const color = `var(--status-${status})`
  const casing = solid(CASING, width + 3, 0.9)
  const line = (dash: number[] | null, lineCap: Stroke['lineCap']): Stroke => ({
    color,
    weight: width,
    opacity: 1,
    dashArray: dash?.map((part) => Math.round(part * width * 10) / 10).join(' ') ?? null,
    lineCap,
  })
  switch (status) {
    case 'open':
      return { strokes: [casing, line(null, 'round')], crossed: false }
    case 'escort': {
      const rails = [solid(color, width + 4.5, 1), solid(CASING, width + 2.25, 1)]
      return {
        strokes: [solid(CASING, width + 7, 0.9), ...rails, line(null, 'round')],
        crossed: false,
      }
    }
    case 'restricted':
      return { strokes: [casing, line([4, 1.5], 'butt')], crossed: false }
    case 'contested':
      return { strokes: [casing, line([1.4, 1], 'butt')], crossed: false }
    case 'cut':
      return { strokes: [casing, line([0.01, 2], 'round')], crossed: true }
    case 'unknown': {
      const past = lastKnown ? [solid(`var(--status-${lastKnown})`, width * 0.9, 0.25)] : []
      // Round dots, well apart: even over a wash of orange they are no dashes of a contested road.
      const thin = { ...line(null, 'round'), weight: width * 0.65, dashArray: '0.01 5.5' }
      return { strokes: [casing, ...past, thin], crossed: false }
    }
  }
}
