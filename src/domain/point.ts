import type { Estimate } from './estimate.ts'
import { backingOf } from './backing.ts'
import { areFew } from './few.ts'
import type { Report } from './report.ts'
import type { Basis, Line, Point, Unit } from './series.ts'
import type { Period } from './time.ts'

/** How many reports a point names: a chart has hundreds of points. */
const TRACED = 8

/** A point of a line; `value` null is a gap, and one of too few reports is withheld. Stations counts are left unknown. */
export function pointOf(
  { from, to }: Period,
  value: Estimate | null,
  { reports, basis }: { reports: readonly Report[]; basis: Basis | null },
): Point {
  if (areFew(reports)) return withheldPoint({ from, to })
  const { lastDay, witnesses, traced } = backingOf(reports)
  return {
    from,
    to,
    low: value?.low ?? null,
    best: value?.best ?? null,
    high: value?.high ?? null,
    lastDay,
    n: reports.length,
    sources: witnesses.size,
    basis,
    reporting: null,
    known: null,
    reports: traced.slice(0, TRACED).map(({ id }) => id),
  }
}

/** A point of which no more is told than that somebody reported. */
export function withheldPoint({ from, to }: Period): Point {
  const nothing = { low: null, best: null, high: null, lastDay: null, n: null, sources: null }
  const unsaid = { basis: null, reporting: null, known: null, reports: [] }
  return { from, to, ...nothing, ...unsaid, withheld: true }
}

/** A line that has points, as a list of one; none when it has not. */
export function lineOf(key: string, unit: Unit, points: Point[]): Line[] {
  return points.length === 0 ? [] : [{ key, unit, points }]
}

/** A chart draws no more than this on a phone without making the reader wait. */
const MOST_POINTS = 400

/**
 * Weeks with nothing become gaps: a week between two reports that nobody spoke of is unknown, and a line must
 * break there. `weeks` is every week of the window; over many years, a stretch of silence is its first week alone.
 */
export function withGaps(weeks: readonly Period[], points: readonly Point[]): Point[] {
  const told = new Map(points.map((point) => [point.from, point]))
  const all = weeks.map(
    (week) => told.get(week.from) ?? pointOf(week, null, { reports: [], basis: null }),
  )
  if (all.length <= MOST_POINTS) return all
  return all.filter((point, index) => point.n !== 0 || index === 0 || all[index - 1]?.n !== 0)
}
