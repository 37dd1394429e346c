import { ROUTES } from '#contract/routes.ts'
import { json } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'
import { corridorsOf } from '#server/corridors-of.ts'

export function mountCorridors({ get, atlas }: Api): void {
  get(ROUTES.corridors, async ({ read }) => json(corridorsOf(await read(), atlas)), BY_QUESTION)
}
