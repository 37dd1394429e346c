import type { Axis, Corridor, Leg } from '#domain/corridor.ts'
import type { CorridorState } from '#domain/corridor-status.ts'
import { axisAnchors } from '#figures/map/axis-anchor.ts'
import { meet } from './meet.ts'
import type { Box } from '#figures/map/declutter.ts'
import { moved } from './lay-out.ts'
import { drawnOf } from '#figures/map/stretches.ts'

type At = { lat: number; lon: number }
type Given = {
  corridors: readonly Corridor[]
  legs: ReadonlyMap<string, Leg>
  /** What no tag may lie under. */
  over: readonly Box[]
  project: (at: At) => { x: number; y: number }
  boxOf: (state: CorridorState) => Box
}

/**
 * Where the tag of each drawn way in stands: in the middle of its road abroad, or further along where the date,
 * a button or another tag lies there.
 */
export function tagSpots(
  states: readonly CorridorState[],
  { corridors, legs, over, project, boxOf }: Given,
): Map<Axis, { at: At; box: Box }> {
  const spots = new Map<Axis, { at: At; box: Box }>()
  for (const state of states) {
    if (drawnOf(state, corridors).length === 0) continue
    const tags = axisAnchors(state.axis, corridors, legs).map((at) => ({
      at,
      box: moved(boxOf(state), project(at)),
    }))
    const taken = [...over, ...[...spots.values()].map(({ box }) => box)]
    const spot = tags.find(({ box }) => !taken.some((other) => meet(box, other))) ?? tags[0]
    if (spot) spots.set(state.axis, spot)
  }
  return spots
}
