import type { CorridorsAnswer } from '#contract/answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { corridorStates } from '#domain/corridor-states.ts'
import { json } from '#server/answer.ts'
import type { Api } from '#server/api.ts'

export function mountCorridors({ get, atlas }: Api): void {
  get(ROUTES.corridors, async ({ read }) => {
    const { reports, window, filter } = await read()
    const states = corridorStates(reports, window, atlas).filter(
      ({ axis }) => filter.corridor === undefined || axis === filter.corridor,
    )
    const corridors = atlas.corridors.flatMap((corridor) => {
      const state = states.find((each) => each.corridors.includes(corridor.id))
      return state ? [{ corridor, state }] : []
    })
    const drawn = new Set(corridors.flatMap(({ corridor }) => corridor.legs))
    const legs = [...atlas.legs.values()].filter(({ id }) => drawn.has(id))
    return json({ window, corridors, legs } satisfies CorridorsAnswer)
  })
}
