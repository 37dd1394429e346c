import type { Estimate } from './estimate.ts'
import type { Report } from './report.ts'
import type { Period } from './time.ts'

/** How many of the stations that somebody looked at had fuel. */
export type StationShare = {
  period: Period
  place: string
  /** Share 0–1 of the reporting stations. "Most" is more than half: a span without a best. */
  value: Estimate
  /** Stations the figure speaks of, and stations the town is said to have; null when not said. */
  reporting: number | null
  known: number | null
  reports: readonly Report[]
}
