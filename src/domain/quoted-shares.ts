import type { Atlas } from './atlas.ts'
import { stationsIn } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { mayStandAlone } from './few.ts'
import { ofKind } from './of-kind.ts'
import { remember } from './once.ts'
import { perPart } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { byBest } from './statement.ts'
import type { StationShare } from './station-share.ts'

const MOSTLY_OPEN: Estimate = { low: 0.5, best: null, high: 1 }
const MOSTLY_DRY: Estimate = { low: 0, best: null, high: 0.5 }

/** True for what tells of several stations at once. A bare count without its total is no share, but counts stations. */
export function isQuote(report: ReportOf<'queue'>): boolean {
  return report.body.stations !== null && isEligible(report)
}

/** How many stations a town is known to have; null where nobody said. */
export type KnownIn = (town: string) => number | null

/** How many stations towns are known to have, to all reports and to those that may stand alone. */
export type Census = { all: KnownIn; alone: KnownIn }

/** By the atlas, else by the largest number that anyone ever gave for the town as a whole. A street's is not the town's. */
export function censusOf(reports: readonly Report[], atlas: Atlas): Census {
  const knownTo = (whom: keyof Census) =>
    remember(TOWNS_KEPT, (town) => {
      const told = toldIn(ofKind(reports, 'queue'))
      const most = Math.max(...told.flatMap((part) => part[whom].get(town) ?? []))
      return stationsIn(town, atlas) ?? (most === -Infinity ? null : most)
    })
  return { all: knownTo('all'), alone: knownTo('alone') }
}

const TOWNS_KEPT = 1_000

const toldIn = perPart((reports: readonly ReportOf<'queue'>[]) => {
  const told = { all: new Map<string, number>(), alone: new Map<string, number>() }
  for (const report of reports) {
    const { position, body } = report
    const [place, known] = [position?.place ?? null, body.stations?.known ?? null]
    if (place === null || known === null || !isEligible(report)) continue
    for (const most of mayStandAlone(report) ? [told.all, told.alone] : [told.all])
      most.set(place, Math.max(known, most.get(place) ?? known))
  }
  return told
})

/**
 * The share that is quoted of the stations of a town on one day, or on the days that a source gives as one; null where none
 * is, or of no reports.
 */
export function quotedShare(
  place: string,
  group: readonly ReportOf<'queue'>[],
  known: number | null,
): StationShare | null {
  const [first] = group
  if (first === undefined) return null
  const period = observedPeriod(first)
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
