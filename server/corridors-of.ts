import type { CorridorsAnswer } from '#contract/answers.ts'
import type { Atlas } from '#domain/atlas.ts'
import { corridorStates } from '#domain/corridor-states.ts'
import type { Held } from './reading.ts'

/** The corridors drawn at the moment, with their geometry and status. */
export function corridorsOf({ reports, window, filter }: Held, atlas: Atlas): CorridorsAnswer {
  const states = corridorStates(reports, window, atlas).filter(
    ({ axis }) => filter.corridor === undefined || axis === filter.corridor,
  )
  const corridors = atlas.corridors.flatMap((corridor) => {
    const state = states.find((each) => each.corridors.includes(corridor.id))
    return state ? [{ corridor, state }] : []
  })
  const drawn = new Set(corridors.flatMap(({ corridor }) => corridor.legs))
  const legs = [...atlas.legs.values()].filter(({ id }) => drawn.has(id))
  return { window, corridors, legs }
}
