import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ReportAnswer, ReportsAnswer } from '#contract/answers.ts'
import type { ReportKind } from '#domain/report.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { pathOf, withoutLanguage } from './question.ts'

const PAGE = '20'

/** The reports up to the moment shown, newest first, page by page; of one kind where asked. */
export const reportsQuery = (view: View, kind: ReportKind | null) =>
  infiniteQueryOptions({
    queryKey: ['reports', kind, withoutLanguage(view)],
    queryFn: ({ signal, pageParam }) => {
      const more = {
        limit: PAGE,
        ...(kind ? { kind } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }
      return getJson(pathOf(`${API}/reports`, view, more), ReportsAnswer, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** One report, its revisions, and what other sources say of the same event. */
export const reportQuery = (id: string, view: View) => {
  // A report is looked up by its id: only the two questions of knowledge still matter.
  const question: View = {
    ...(view.known === undefined ? {} : { known: view.known }),
    ...(view.vintage === undefined ? {} : { vintage: view.vintage }),
  }
  return queryOptions({
    queryKey: ['report', id, question],
    queryFn: ({ signal }) =>
      getJson(pathOf(`${API}/reports/${encodeURIComponent(id)}`, question), ReportAnswer, signal),
  })
}
