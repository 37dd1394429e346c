import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { happeningsQuery } from '#api/happenings.ts'
import { throughout } from '#api/question.ts'
import { seriesQuery } from '#api/series.ts'
import { sitesQuery } from '#api/sites.ts'
import { METRICS } from '#domain/series.ts'
import type { Window } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import { afterTheMap } from './parts.ts'

/**
 * Asks for what the map and the charts will ask for while their code is still on its way: on a slow line code
 * and data would else come one after the other. Only the first view gets it; later ones have the code.
 */
export function useHeadStart(view: View, window: Window | null): void {
  const client = useQueryClient()
  const isAnswered = window !== null
  useEffect(
    function fetchWhatHappened() {
      if (window === null) return
      const whole = throughout(view, window)
      void client.prefetchQuery(sitesQuery(view))
      void client.prefetchQuery(happeningsQuery('incidents', whole))
      void client.prefetchQuery(happeningsQuery('convoys', whole))
    },
    // oxlint-disable-next-line react/exhaustive-deps -- a head start is for the first view alone
    [client, isAnswered],
  )
  useEffect(
    function fetchWhatTheChartsDraw() {
      let isHere = true
      void afterTheMap().then(() =>
        isHere ? client.prefetchQuery(seriesQuery(METRICS, view)) : undefined,
      )
      return () => {
        isHere = false
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps -- a head start is for the first view alone
    [client],
  )
}
