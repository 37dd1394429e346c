import { ROUTES } from '#contract/routes.ts'
import { situationOf } from '#domain/situation-of.ts'
import { json } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'

export function mountSituation({ get, atlas }: Api): void {
  get(
    ROUTES.situation,
    async ({ read }) => {
      const { reports, window, record, filter } = await read()
      return json(situationOf(reports, window, record, filter, atlas))
    },
    BY_QUESTION,
  )
}
