import type { SeriesAnswer } from '#contract/answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { fileStem } from '#domain/data-mode.ts'
import { Metric, METRICS } from '#domain/series.ts'
import { seriesOf } from '#domain/series-of.ts'
import { download, json } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'
import { misfits } from '#server/problem.ts'
import { seriesCsv } from '#server/series-csv.ts'

export function mountSeries({ get, atlas, dataMode }: Api): void {
  get(
    ROUTES.seriesCsv,
    async ({ part, query, caller, read }) => {
      const metrics = metricsIn(part('metrics').replace(/\.csv$/, ''))
      const { reports, window, filter } = await read()
      const series = metrics.map((metric) => seriesOf(metric, reports, window, filter, atlas))
      const name = `${fileStem(dataMode, caller.role)}-${metrics.join('-')}-${window.from}-${window.to}.csv`
      return download(seriesCsv(series, dataMode, query), name)
    },
    BY_QUESTION,
  )

  get(
    ROUTES.series,
    async ({ part, read }) => {
      const metrics = metricsIn(part('metrics'))
      const { reports, window, filter } = await read()
      const series = metrics.map((metric) => seriesOf(metric, reports, window, filter, atlas))
      return json({ window, series } satisfies SeriesAnswer)
    },
    BY_QUESTION,
  )
}

/** "wait,prices" → both; the same metric twice is one. Throws a refusal on a word that is no metric. */
function metricsIn(list: string): Metric[] {
  const asked = [...new Set(list.split(','))]
  const metrics = asked.filter((each): each is Metric => Metric.safeParse(each).success)
  if (metrics.length === asked.length) return metrics
  throw misfits({
    name: 'metrics',
    reason: 'problem.reason.choice',
    values: { values: METRICS.join(', ') },
  })
}
