import type { ReportAnswer } from '#contract/answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { happeningOf } from '#domain/happenings.ts'
import { json } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'
import { Refusal } from '#server/problem.ts'

export function mountReport({ get, store }: Api): void {
  get(
    ROUTES.report,
    async ({ part, read }) => {
      const { reports, listed, window, reading } = await read()
      const id = part('id').toLowerCase()
      const report = listed.find((each) => each.id === id)
      // A report that is hidden and one that never was get the same answer.
      if (!report) throw new Refusal('not-found')
      const event = report.event?.id
      const happening = happeningOf(event ?? id, reports, window)
      const related = listed.filter(
        (each) => each.id !== id && event !== undefined && each.event?.id === event,
      )
      const revisions = await store.revisions(id, reading)
      return json({ report, revisions, happening, related } satisfies ReportAnswer)
    },
    BY_QUESTION,
  )
}
