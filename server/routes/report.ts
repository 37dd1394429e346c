import type { ReportAnswer } from '#contract/report-answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { happeningOf, ofEvent } from '#domain/happenings.ts'
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
      // By its id the store finds it, where a list of all reports would have to be looked through.
      const revisions = await store.revisions(id, reading)
      const [report] = revisions
      // A report that is hidden and one that never was get the same answer.
      if (!report) throw new Refusal('not-found')
      const event = report.event?.id
      const happening = happeningOf(event ?? id, reports, window)
      const related =
        event === undefined
          ? []
          : ofEvent(event, listed).filter((each) => each.id !== id && each.event?.id === event)
      return json({ report, revisions, happening, related } satisfies ReportAnswer)
    },
    BY_QUESTION,
  )
}
