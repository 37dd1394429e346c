import { queryOptions } from '@tanstack/react-query'
import { SeriesAnswer } from '#contract/answers.ts'
import type { Metric } from '#domain/series.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { pathOf, withoutLanguage, withoutMoment } from './question.ts'

/** Several metrics over the window, in one request. Ask for the same list everywhere, and it is fetched once. */
export const seriesQuery = (metrics: readonly Metric[], view: View) => {
  const question = withoutMoment(view)
  return queryOptions({
    queryKey: ['series', metrics, withoutLanguage(question)],
    queryFn: ({ signal }) =>
      getJson(pathOf(`${API}/series/${metrics.join(',')}`, question), SeriesAnswer, signal),
  })
}
