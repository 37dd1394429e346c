import type { ReportsAnswer, ReportsGeoJson } from '#contract/answers.ts'
import { USUAL_PAGE } from '#contract/query.ts'
import { ROUTES } from '#contract/routes.ts'
import { fileStem } from '#domain/data-mode.ts'
import { isAsked, within } from '#domain/filter.ts'
import type { Report, ReportKind } from '#domain/report.ts'
import type { Day } from '#domain/time.ts'
import { download, geoJson, json } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { pointAt } from '#server/geojson.ts'
import { newestFirst, pageOf } from '#server/paging.ts'
import type { Held } from '#server/reading.ts'
import { reportProperties, reportsCsv } from '#server/report-columns.ts'

type Asking = { kind?: ReportKind | undefined; at?: Day | undefined }

export function mountReports({ get, atlas, dataMode }: Api): void {
  /** The reports of the window, newest first; up to `at` where the question names a moment. */
  function asked({ reports, window, filter }: Held, { kind, at }: Asking): Report[] {
    const period = { from: window.from, to: at ?? window.to }
    const fitting = within(reports, period).filter(
      (report) =>
        (kind === undefined || report.body.kind === kind) && isAsked(report, filter, atlas),
    )
    return newestFirst(fitting)
  }

  /** Reports asked for by id: neither the window nor a filter keeps them back, only what the asker may see. */
  function named({ reports }: Held, ids: string): Report[] {
    const wanted = new Set(ids.split(','))
    return newestFirst(reports.filter(({ id }) => wanted.has(id)))
  }

  get(ROUTES.reportsCsv, async ({ query, read }) => {
    const held = await read()
    const name = `${fileStem(dataMode)}-reports-${held.window.from}-${query.at ?? held.window.to}.csv`
    return download(reportsCsv(asked(held, query), { atlas, dataMode }, query), name)
  })

  get(ROUTES.reportsGeoJson, async ({ query, read }) => {
    const held = await read()
    const features = asked(held, query).map((report) => ({
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
  })

  get(ROUTES.reports, async ({ query, read }) => {
    const held = await read()
    const reports = query.ids ? named(held, query.ids) : asked(held, query)
    const page = pageOf(reports, query.limit ?? USUAL_PAGE, query.cursor)
    return json({ window: held.window, total: reports.length, ...page } satisfies ReportsAnswer)
  })
}
