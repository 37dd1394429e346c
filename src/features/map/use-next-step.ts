import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { quickly } from '#api/quick-check.ts'
import { sitesQuery } from '#api/sites.ts'
import { situationQuery } from '#api/situation.ts'
import type { Window } from '#domain/situation.ts'
import { addDays, daysBetween } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import type { View } from '#domain/view.ts'

/** Longer steps are jumps: nobody knows where the next one goes. */
const MOST_DAYS = 7
/** A hand that goes on at once needs no answer that is ahead of it. */
const REST_MS = 100

/**
 * Who goes from day to day, or plays, will want the day after that: once the answers of this one are there and drawn, those
 * of the next are asked for, one step ahead and never more. On a slow line a step then waits for nothing.
 */
export function useNextStep(view: View, window: Window | null, isBusy: boolean): void {
  const client = useQueryClient()
  const moment = view.at ?? window?.at ?? null
  const last = useRef<{ day: Day | null; days: number }>({ day: moment, days: 0 })
  useEffect(
    function askForTheNext() {
      const { day } = last.current
      if (day !== moment)
        last.current = { day: moment, days: day && moment ? daysBetween(day, moment) : 0 }
      if (isBusy || window === null || moment === null) return undefined
      const timer = setTimeout(() => askAhead(client, view, window, last.current.days), REST_MS)
      return () => clearTimeout(timer)
    },
    [client, view, window, moment, isBusy],
  )
}

/** Asks for the moment that lies as many `days` from that of the view; not where the reader saves data. */
export function askAhead(client: QueryClient, view: View, window: Window, days: number): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (days === 0 || Math.abs(days) > MOST_DAYS || connection?.saveData === true) return
  const { from, to } = { from: view.from ?? window.from, to: view.to ?? window.to }
  const now = view.at ?? window.at
  const ahead = addDays(now, days)
  // The last step is cut short by the end of the window, as the timeline cuts it.
  const at = ahead < from ? from : ahead > to ? to : ahead
  if (at === now) return
  const next = { ...view, from, to, at }
  void client.prefetchQuery(situationQuery(next))
  void client.prefetchQuery(sitesQuery(next, quickly))
}
