import type { Atlas } from './atlas.ts'
import { stationsIn, townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { around } from './filter.ts'
import { ofKind } from './of-kind.ts'
import { once } from './once.ts'
import { chosen, groupsPerPart, perPart } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { byBest } from './statement.ts'
import type { StationShare } from './station-share.ts'
import type { Period } from './time.ts'

const MOSTLY_OPEN: Estimate = { low: 0.5, best: null, high: 1 }
const MOSTLY_DRY: Estimate = { low: 0, best: null, high: 0.5 }

/** What was quoted of the stations of a town on one day, or on the days that a source gives as one. */
type Quoted = { place: string; period: Period; group: readonly ReportOf<'queue'>[] }

/**
 * Shares that a source gives for the stations of a town, by town and day, with all that touch a period among them. A bare
 * count without its total is no share.
 */
export function quotedShares(
  reports: readonly Report[],
  atlas: Atlas,
  period: Period,
): StationShare[] {
  const told = quotingStations(ofKind(reports, 'queue'))
  const census = censusOf(told)
  return quotedIn(atlas)(around(told, period)).flatMap((quoted) => {
    const known = stationsIn(quoted.place, atlas) ?? census.get(quoted.place) ?? null
    return shareOf(quoted)(known) ?? []
  })
}

const quotingStations = chosen(
  (report: ReportOf<'queue'>) => report.body.stations !== null && isEligible(report),
)

const quotedIn = once((atlas: Atlas) =>
  groupsPerPart(
    (reports: readonly ReportOf<'queue'>[]): Map<string, Quoted> => {
      const groups = new Map<string, Quoted & { group: ReportOf<'queue'>[] }>()
      for (const report of reports) {
        const place = townOf(report.position?.place ?? null, atlas)
        if (place === null) continue
        const period = observedPeriod(report)
        const key = `${place} ${period.from} ${period.to}`
        const quoted = groups.get(key) ?? { place, period, group: [] }
        quoted.group.push(report)
        groups.set(key, quoted)
      }
      return groups
    },
    (a, b) => ({ ...a, group: [...a.group, ...b.group] }),
  ),
)

const censusInParts = perPart((told: readonly ReportOf<'queue'>[]) => {
  const census = new Map<string, number>()
  for (const { position, body } of told) {
    const [place, known] = [position?.place ?? null, body.stations?.known ?? null]
    if (place !== null && known !== null)
      census.set(place, Math.max(known, census.get(place) ?? known))
  }
  return census
})

/** The largest number of stations anyone gave for a town as a whole. A street's is not the town's. */
const censusOf = once((told: readonly ReportOf<'queue'>[]): ReadonlyMap<string, number> => {
  const census = new Map<string, number>()
  for (const part of censusInParts(told))
    for (const [place, known] of part)
      census.set(place, Math.max(known, census.get(place) ?? known))
  return census
})

/** What a quote gives, by how many stations the town is known to have: of the same number the same share. */
const shareOf = once((quoted: Quoted) => {
  const shares = new Map<number | null, StationShare | null>()
  return (known: number | null): StationShare | null => {
    const share = shares.get(known)
    if (share !== undefined) return share
    const made = shareAmong(quoted, known)
    shares.set(known, made)
    return made
  }
})

function shareAmong({ place, period, group }: Quoted, known: number | null): StationShare | null {
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
