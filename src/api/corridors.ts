import { queryOptions } from '@tanstack/react-query'
import { CorridorsAnswer } from '#contract/answers.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { pathOf, withoutLanguage } from './question.ts'

/** Every corridor with its geometry and its state at the moment shown. */
export const corridorsQuery = (view: View) =>
  queryOptions({
    queryKey: ['corridors', withoutLanguage(view)],
    queryFn: ({ signal }) => getJson(pathOf(`${API}/corridors`, view), CorridorsAnswer, signal),
  })
