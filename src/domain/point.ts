import type { Estimate } from './estimate.ts'
import { lastDayIn } from './filter.ts'
import type { Report } from './report.ts'
import type { Basis, Line, Point, Unit } from './series.ts'
import { bestJudged } from './statement.ts'
import { countWitnesses } from './source.ts'
import type { Period } from './time.ts'

/** How many report ids a point carries: enough to trace it, few enough to send. */
const TRACED = 20

/** A point with all the reports behind its figure: hundreds of them may be, and only some are named in an answer. */
export type DrawnPoint = Point & { behind: readonly Report[] }
export type DrawnLine = Omit<Line, 'points'> & { points: DrawnPoint[] }

/** A point of a line; `value` null is a gap. Stations counts are left unknown. */
export function pointOf(
  { from, to }: Period,
  value: Estimate | null,
  { reports, basis }: { reports: readonly Report[]; basis: Basis | null },
): DrawnPoint {
  return {
    from,
    to,
    low: value?.low ?? null,
    best: value?.best ?? null,
    high: value?.high ?? null,
    lastDay: lastDayIn(reports),
    n: reports.length,
    sources: countWitnesses(reports),
    basis,
    reporting: null,
    known: null,
    reports: bestJudged(reports, TRACED).map(({ id }) => id),
    behind: reports,
  }
}

/** A line that has points, as a list of one; none when it has not. */
export function lineOf(key: string, unit: Unit, points: DrawnPoint[]): DrawnLine[] {
  return points.length === 0 ? [] : [{ key, unit, points }]
}

/** The line as it is sent. */
export function sent({ key, unit, points }: DrawnLine): Line {
  return { key, unit, points: points.map(({ behind: _behind, ...point }) => point) }
}

/** A chart draws no more than this on a phone without making the reader wait. */
const MOST_POINTS = 400

/**
 * Weeks with nothing become gaps: a week between two reports that nobody spoke of is unknown, and a line must
 * break there. `weeks` is every week of the window; over many years, a stretch of silence is its first week alone.
 */
export function withGaps(weeks: readonly Period[], points: readonly DrawnPoint[]): DrawnPoint[] {
  const told = new Map(points.map((point) => [point.from, point]))
  const all = weeks.map(
    (week) => told.get(week.from) ?? pointOf(week, null, { reports: [], basis: null }),
  )
  if (all.length <= MOST_POINTS) return all
  return all.filter((point, index) => point.n > 0 || index === 0 || all[index - 1]?.n !== 0)
}
