import type { Atlas } from './atlas.ts'
import { isWithin } from './atlas.ts'
import type { Axis } from './corridor.ts'
import { isAbout } from './product.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import { dayOf } from './time.ts'
import type { Day, Period } from './time.ts'
import type { View } from './view.ts'

/** The part of the question that picks reports; time is asked apart. */
export type Filter = Pick<View, 'corridor' | 'place' | 'product'>

/** True when a report answers the question. A report of all fuels answers for each of them. */
export function isAsked(report: Report, filter: Filter, atlas: Atlas): boolean {
  const place = report.position?.place ?? null
  const product = 'product' in report.body ? report.body.product : null
  return (
    isAbout(product, filter.product) &&
    (filter.place === undefined || isWithin(place, filter.place, atlas)) &&
    (filter.corridor === undefined ||
      report.corridor?.axis === filter.corridor ||
      isOnAxis(place, filter.corridor, atlas))
  )
}

/** True for a town on the way, not for where all ways end: Bamako's queues speak of no one corridor. */
function isOnAxis(place: string | null, axis: Axis, atlas: Atlas): boolean {
  const town = place === null ? null : townOf(place, atlas)
  if (town === null || town === 'bamako') return false
  return atlas.corridors.some(
    (each) => each.axis === axis && each.nodes.some((node) => node.place === town),
  )
}

/** The town a quarter lies in; a town is its own; null for countries, roads and areas. */
export function townOf(place: string, atlas: Atlas): string | null {
  for (
    let at = atlas.places.get(place);
    at;
    at = at.parent === null ? undefined : atlas.places.get(at.parent)
  ) {
    if (['town', 'capital', 'border', 'airport', 'depot', 'port'].includes(at.kind)) return at.id
  }
  return null
}

/** The last day a report names, without widening a week or a month to its end. */
export function lastDayOf(report: Pick<Report, 'observedAt' | 'observedUntil'>): Day {
  return dayOf(report.observedUntil ?? report.observedAt)
}

/** What had happened by the end of that day. */
export function upTo(reports: readonly Report[], day: Day): Report[] {
  return reports.filter((report) => lastDayOf(report) <= day)
}

/** What was reported of any day in the period. */
export function within(reports: readonly Report[], { from, to }: Period): Report[] {
  return reports.filter(
    (report) => observedPeriod(report).to >= from && dayOf(report.observedAt) <= to,
  )
}
