import type { Atlas } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import type { Estimate } from './estimate.ts'
import { townOf } from './filter.ts'
import { observedPeriod, ofKind } from './report.ts'
import type { Report } from './report.ts'
import { middle } from './statement.ts'
import { isoWeekOf } from './time.ts'
import type { Period } from './time.ts'

/** The wait at one place in one stretch of days: hours. */
export type Wait = { period: Period; place: string; value: Estimate; reports: Report[] }

/** Middle value of a list; the mean of the two middle ones when even. Null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Waits by town and week (or longer, where the date is known no finer), eligible reports only. */
export function waitsByTown(reports: readonly Report[], atlas: Atlas): Wait[] {
  const groups = new Map<
    string,
    { period: Period; place: string; told: { report: Report; hours: number }[] }
  >()
  for (const report of ofKind(reports, 'queue')) {
    const hours = report.body.waitHours === null ? null : middle(report.body.waitHours)
    const place = report.position?.place ? townOf(report.position.place, atlas) : null
    if (hours === null || place === null || !isEligible(report)) continue
    const observed = observedPeriod(report)
    const period = report.precision === 'month' ? observed : isoWeekOf(observed.from)
    const key = `${place} ${period.from} ${period.to}`
    const group = groups.get(key) ?? { period, place, told: [] }
    group.told.push({ report, hours })
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ period, place, told }) => ({
      period,
      place,
      value: spread(told.map(({ hours }) => hours)),
      reports: told.map(({ report }) => report),
    }))
    .toSorted(
      (a, b) => a.period.from.localeCompare(b.period.from) || a.place.localeCompare(b.place),
    )
}

/**
 * The wait of each week over all places: the median over places of the place's own median, so that one busy
 * place does not speak for the country; low and high are the extremes over places. Reports dated no finer than
 * a month are in no week.
 */
export function waitsByWeek(waits: readonly Wait[]): Omit<Wait, 'place'>[] {
  const weeks = new Map<string, Wait[]>()
  for (const wait of waits) {
    if (isoWeekOf(wait.period.from).to !== wait.period.to) continue
    weeks.set(wait.period.from, [...(weeks.get(wait.period.from) ?? []), wait])
  }
  return [...weeks]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([from, told]) => ({
      period: isoWeekOf(from),
      value: {
        low: Math.min(...told.flatMap(({ value }) => value.low ?? [])),
        best: median(told.flatMap(({ value }) => value.best ?? [])),
        high: Math.max(...told.flatMap(({ value }) => value.high ?? [])),
      },
      reports: told.flatMap(({ reports }) => reports),
    }))
}

function spread(hours: number[]): Estimate {
  return { low: Math.min(...hours), best: median(hours), high: Math.max(...hours) }
}
