import type { ReportsAnswer, ReportsGeoJson } from '#contract/report-answers.ts'
import { USUAL_PAGE } from '#contract/query.ts'
import { ROUTES } from '#contract/routes.ts'
import { fileStem } from '#domain/data-mode.ts'
import { around, asked, within } from '#domain/filter.ts'
import { ofKind } from '#domain/of-kind.ts'
import type { Report, ReportKind } from '#domain/report.ts'
import type { Day } from '#domain/time.ts'
import { download, geoJson, json } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'
import { pointAt } from '#server/geojson.ts'
import { newestFirst, pageOf } from '#server/paging.ts'
import type { Held } from '#server/reading.ts'
import { reportProperties, reportsCsv } from '#server/report-columns.ts'

type Asking = { kind?: ReportKind | undefined; at?: Day | undefined }

export function mountReports({ get, store, atlas, dataMode }: Api): void {
  /** The reports of the window, newest first; up to `at` where the question names a moment. */
  function fitting({ listed, window, filter }: Held, { kind, at }: Asking): readonly Report[] {
    // Time first: it passes over whole weeks without looking at a report of them. Then what is kept beside a week.
    const period = { from: window.from, to: at ?? window.to }
    const near = around(listed, period)
    const told = within(kind === undefined ? near : ofKind(near, kind), period)
    return newestFirst(asked(told, filter, atlas))
  }

  /** Reports asked for by id: neither the window nor a filter keeps them back, only what the asker may see. */
  async function named({ reading }: Held, ids: string): Promise<readonly Report[]> {
    // By their ids the store finds them, where a list of all reports would have to be looked through.
    return newestFirst(await store.newest(ids.split(','), reading))
  }

  get(
    ROUTES.reportsCsv,
    async ({ query, caller, read }) => {
      const held = await read()
      const name = `${fileStem(dataMode, caller.role)}-reports-${held.window.from}-${query.at ?? held.window.to}.csv`
      return download(reportsCsv(fitting(held, query), { atlas, dataMode }, query), name)
    },
    BY_QUESTION,
  )

  get(
    ROUTES.reportsGeoJson,
    async ({ query, read }) => {
      const held = await read()
      const features = fitting(held, query).map((report) => ({
        type: 'Feature' as const,
        id: report.id,
        geometry: pointAt(report.position),
        properties: reportProperties(report, { atlas, dataMode }),
      }))
      return geoJson({
        type: 'FeatureCollection',
        data_mode: dataMode,
        window: held.window,
        features,
      } satisfies ReportsGeoJson)
    },
    BY_QUESTION,
  )

  get(
    ROUTES.reports,
    async ({ query, read }) => {
      const held = await read()
      const reports = query.ids ? await named(held, query.ids) : fitting(held, query)
      const page = pageOf(reports, query.limit ?? USUAL_PAGE, query.cursor)
      return json({ window: held.window, total: reports.length, ...page } satisfies ReportsAnswer)
    },
    BY_QUESTION,
  )
}
