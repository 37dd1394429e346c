import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { happeningsQuery } from '#api/happenings.ts'
import { throughout } from '#api/question.ts'
import { seriesQuery } from '#api/series.ts'
import { METRICS } from '#domain/series.ts'
import type { Period } from '#domain/time.ts'
import type { View } from '#domain/view.ts'

/**
 * Moving the moment names the window that is shown, which the question may have left open till then. What has been
 * answered for that window is kept under the new question too: nothing is asked again, and no chart is drawn anew.
 */
export function keepNamed(client: QueryClient, view: View, { from, to }: Period): void {
  if (view.from && view.to) return
  const after = keysOf({ ...view, from, to }, to)
  for (const [index, before] of keysOf(view, to).entries()) {
    const [state, key] = [client.getQueryState(before), after[index]]
    if (state?.data && key) client.setQueryData(key, state.data, { updatedAt: state.dataUpdatedAt })
  }
}

/** Of all that depends on the window alone. */
function keysOf(view: View, to: Period['to']): QueryKey[] {
  const whole = throughout(view, { to })
  return [
    seriesQuery(METRICS, view).queryKey,
    happeningsQuery('convoys', whole).queryKey,
    happeningsQuery('incidents', whole).queryKey,
  ]
}
