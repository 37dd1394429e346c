import { queryOptions } from '@tanstack/react-query'
import { SeriesAnswer } from '#contract/answers.ts'
import type { Metric } from '#domain/series.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { named, pathOf, withoutLanguage, withoutMoment } from './question.ts'

/** Several metrics over the window, in one request. Ask for the same list everywhere, and it is fetched once. */
export function seriesQuery(metrics: readonly Metric[], view: View) {
  const question = withoutMoment(view)
  return queryOptions({
    queryKey: ['series', metrics, withoutLanguage(question)],
    queryFn: async ({ signal, client }) => {
      const path = pathOf(`${API}/series/${metrics.join(',')}`, question)
      const answer = await getJson(path, SeriesAnswer, signal)
      const next = named(question, answer.window)
      if (next) client.setQueryData(seriesQuery(metrics, next).queryKey, answer)
      return answer
    },
  })
}
