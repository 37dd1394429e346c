import type { Atlas } from './atlas.ts'
import { townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { observedPeriod, ofKind } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { byBest } from './statement.ts'
import type { StationShare } from './station-share.ts'
import type { Period } from './time.ts'

const MOSTLY_OPEN: Estimate = { low: 0.5, best: null, high: 1 }
const MOSTLY_DRY: Estimate = { low: 0, best: null, high: 0.5 }

/** Shares that a source gives for the stations of a town, by town and day. A bare count without its total is no share. */
export function quotedShares(reports: readonly Report[], atlas: Atlas): StationShare[] {
  const told = ofKind(reports, 'queue').filter(
    (report) => report.body.stations !== null && isEligible(report),
  )
  const groups = new Map<string, { place: string; period: Period; group: ReportOf<'queue'>[] }>()
  for (const report of told) {
    const place = townOf(report.position?.place ?? null, atlas)
    if (place === null) continue
    const period = observedPeriod(report)
    const key = `${place} ${period.from} ${period.to}`
    const entry = groups.get(key) ?? { place, period, group: [] }
    entry.group.push(report)
    groups.set(key, entry)
  }
  return [...groups.values()].flatMap(
    ({ place, period, group }) => shareOf(place, period, group, censusOf(place, told)) ?? [],
  )
}

/** The largest number of stations anyone gave for a town as a whole; null when nobody did. A street's is not the town's. */
function censusOf(place: string, told: ReportOf<'queue'>[]): number | null {
  const counts = told
    .filter(({ position }) => position?.place === place)
    .flatMap(({ body }) => body.stations?.known ?? [])
  return counts.length === 0 ? null : Math.max(...counts)
}

function shareOf(
  place: string,
  period: Period,
  group: ReportOf<'queue'>[],
  known: number | null,
): StationShare | null {
  const field = <Key extends 'open' | 'known' | 'openShare'>(key: Key) =>
    group.flatMap(({ body }) => body.stations?.[key] ?? [])[0] ?? null
  const [open, surveyed, quoted] = [field('open'), field('known'), field('openShare')]
  const share = quoted ?? (open === 0 ? 0 : open !== null && surveyed ? open / surveyed : null)
  if (share !== null) {
    const reporting = surveyed ?? (open === 0 ? known : null)
    return { period, place, value: exactly(share), reporting, known, reports: group }
  }
  const spoken = group
    .filter(({ body }) => body.stations?.mostlyOpen !== null)
    .map((report) => ({
      report,
      value: report.body.stations?.mostlyOpen ? MOSTLY_OPEN : MOSTLY_DRY,
    }))
    .toSorted(byBest)
  if (spoken.length === 0) return null
  const value = {
    low: Math.min(...spoken.map((each) => each.value.low ?? 0)),
    best: null,
    high: Math.max(...spoken.map((each) => each.value.high ?? 1)),
  }
  return {
    period,
    place,
    value,
    reporting: null,
    known,
    reports: spoken.map(({ report }) => report),
  }
}
