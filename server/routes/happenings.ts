import type { HappeningsAnswer } from '#contract/answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { happeningsOf } from '#domain/happenings.ts'
import { json } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'

/** Convoys and incidents: things that happened, each with all who spoke of it. */
export function mountHappenings({ get, atlas }: Api): void {
  for (const [route, kind] of [
    [ROUTES.convoys, 'convoy'],
    [ROUTES.incidents, 'incident'],
  ] as const) {
    get(
      route,
      async ({ read }) => {
        const { reports, window, filter } = await read()
        const happenings = happeningsOf(kind, reports, window, filter, atlas)
        return json({ window, happenings } satisfies HappeningsAnswer)
      },
      BY_QUESTION,
    )
  }
}
