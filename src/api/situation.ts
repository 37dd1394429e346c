import { queryOptions } from '@tanstack/react-query'
import { Situation } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { CAME, inlinedSituation } from './inlined.ts'
import { pathOf, withoutLanguage } from './question.ts'

/** The headline figures and the state of the corridors. */
export const situationQuery = (view: View) =>
  queryOptions({
    queryKey: ['situation', withoutLanguage(view)],
    queryFn: ({ signal }) => getJson(pathOf(`${API}/situation`, view), Situation, signal),
    initialData: () => inlinedSituation(view),
    initialDataUpdatedAt: CAME,
  })
