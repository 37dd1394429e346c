import { queryOptions } from '@tanstack/react-query'
import { SitesAnswer } from '#contract/answers.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { CAME, INLINED, inlined } from './inlined.ts'
import { pathOf, withoutLanguage } from './question.ts'

type Reads = Parameters<typeof getJson<typeof SitesAnswer>>[3]

/** The latest known state of each place at the moment shown, as GeoJSON. */
export const sitesQuery = (view: View, reads?: (schema: typeof SitesAnswer) => Reads) =>
  queryOptions({
    queryKey: ['sites', withoutLanguage(view)],
    queryFn: ({ signal }) =>
      getJson(pathOf(`${API}/sites`, view), SitesAnswer, signal, reads?.(SitesAnswer)),
    initialData: () => inlined(INLINED.sites, view, SitesAnswer),
    initialDataUpdatedAt: CAME,
  })
