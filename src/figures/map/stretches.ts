import type { Corridor, Axis, Leg } from '#domain/corridor.ts'
import type { CorridorState, CorridorStatus } from '#domain/corridor-status.ts'

type Latlng = [lat: number, lon: number]

/** Legs that look alike, drawn as one. Joined legs make one line, so that dashes run through. */
export type Stretch = {
  key: string
  axis: Axis
  status: CorridorStatus
  /** Only while the status is unknown: what it was when last known. */
  lastKnown: CorridorStatus | null
  priority: Corridor['priority']
  byHand: boolean
  lines: Latlng[][]
}

const WORSE: readonly CorridorStatus[] = [
  'unknown',
  'open',
  'escort',
  'restricted',
  'contested',
  'cut',
]

type Dressed = Omit<Stretch, 'key' | 'lines'> & { leg: Leg }

/**
 * What to draw of the corridors' states: a leg's own status before its axis', each leg once. Where two ways
 * in share a leg, the worse known status wins; an unknown one never hides a known one.
 */
export function stretchesOf(
  states: readonly CorridorState[],
  corridors: readonly Corridor[],
  legs: ReadonlyMap<string, Leg>,
): Stretch[] {
  const dressed = new Map<string, Dressed>()
  for (const state of states)
    for (const corridor of drawnOf(state, corridors))
      for (const id of corridor.legs) {
        const leg = legs.get(id)
        if (!leg) continue
        const status = state.legs.find((each) => each.leg === id)?.status ?? state.status
        const known = dressed.get(id)
        const priority = Math.min(corridor.priority, known?.priority ?? 3) as Corridor['priority']
        if (known && WORSE.indexOf(known.status) >= WORSE.indexOf(status)) {
          dressed.set(id, { ...known, priority })
          continue
        }
        // What the axis was says nothing of one quiet leg of an axis that is known.
        const silent = status === 'unknown' && state.status === 'unknown'
        const lastKnown = silent ? (state.lastKnown?.status ?? null) : null
        const byHand = leg.drawn === 'by-hand'
        dressed.set(id, { leg, axis: state.axis, status, lastKnown, priority, byHand })
      }
  return gathered([...dressed.values()])
}

/** The corridors to draw of an axis: those its state names, or all of them where it names none but is known. */
export function drawnOf(state: CorridorState, corridors: readonly Corridor[]): Corridor[] {
  const isQuiet = state.corridors.length === 0 && state.status !== 'unknown'
  return corridors.filter(({ id, axis }) =>
    isQuiet ? axis === state.axis : state.corridors.includes(id),
  )
}

function gathered(all: Dressed[]): Stretch[] {
  const stretches = new Map<string, Stretch>()
  for (const { leg, ...look } of all) {
    const key = Object.values(look).join(' ')
    const stretch = stretches.get(key) ?? { key, ...look, lines: [] }
    stretches.set(key, stretch)
    const line = leg.line.map(([lon, lat]): Latlng => [lat, lon])
    const before = stretch.lines.at(-1)
    if (before && meet(before.at(-1), line[0])) before.push(...line.slice(1))
    else stretch.lines.push(line)
  }
  // The best are drawn first and the worst last, so that trouble is never covered.
  return [...stretches.values()].toSorted(
    (a, b) => WORSE.indexOf(a.status) - WORSE.indexOf(b.status),
  )
}

function meet(end: Latlng | undefined, start: Latlng | undefined): boolean {
  return end !== undefined && start !== undefined && end[0] === start[0] && end[1] === start[1]
}
