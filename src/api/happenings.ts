import { queryOptions } from '@tanstack/react-query'
import { HappeningsAnswer } from '#contract/answers.ts'
import type { View } from '#domain/view.ts'
import { API, getJson } from './client.ts'
import { CAME, INLINED, inlined } from './inlined.ts'
import { pathOf, withoutLanguage } from './question.ts'

/** The convoys or the incidents of the window, each as one thing with every source's figure. */
export const happeningsQuery = (kind: 'convoys' | 'incidents', view: View) =>
  queryOptions({
    queryKey: [kind, withoutLanguage(view)],
    queryFn: ({ signal }) => getJson(pathOf(`${API}/${kind}`, view), HappeningsAnswer, signal),
    initialData: () => inlined(INLINED[kind], view, HappeningsAnswer),
    initialDataUpdatedAt: CAME,
  })
