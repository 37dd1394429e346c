import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ReportAnswer, ReportsAnswer } from '#contract/report-answers.ts'
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

/** The reports a figure rests on, in the order given, in one request. */
export const namedReportsQuery = (ids: readonly string[], view: View) => {
  const question = knowledgeOf(view)
  return queryOptions({
    queryKey: ['named-reports', ids, withoutLanguage(question)],
    queryFn: async ({ signal }) => {
      const path = pathOf(`${API}/reports`, question, {
        ids: ids.join(','),
        limit: String(ids.length),
      })
      const { reports } = await getJson(path, ReportsAnswer, signal)
      return reports.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    },
  })
}

/** One report, its revisions, and what other sources say of the same event. */
export const reportQuery = (id: string, view: View) => {
  const question = knowledgeOf(view)
  return queryOptions({
    queryKey: ['report', id, withoutLanguage(question)],
    queryFn: ({ signal }) =>
      getJson(pathOf(`${API}/reports/${encodeURIComponent(id)}`, question), ReportAnswer, signal),
  })
}

/** A report is looked up by its id: of the question, only whose knowledge is asked for still matters. */
function knowledgeOf({ known, vintage, lang }: View): View {
  return {
    ...(known === undefined ? {} : { known }),
    ...(vintage === undefined ? {} : { vintage }),
    ...(lang === undefined ? {} : { lang }),
  }
}
