import type { Atlas } from './atlas.ts'
import { townOf } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import { cellsBy } from './cells.ts'
import type { Estimate } from './estimate.ts'
import { standingAlone, toldCells, toldTogether } from './few.ts'
import { grouped } from './grouped.ts'
import { once } from './once.ts'
import { ofKind } from './of-kind.ts'
import { groupsPerPart, joined } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { MANY, median, spreadOf } from './spread.ts'
import { middle } from './statement.ts'
import { dayOf, isoWeekOf } from './time.ts'
import type { Period } from './time.ts'

/** The wait at one place in one stretch of days: hours. */
export type Wait = { period: Period; place: string; value: Estimate; reports: readonly Report[] }

/**
 * What was timed in one town in one stretch of days, site by site. A site is the place that a report of the field
 * names, a station mostly. Pages speak for the town: the quarter in them is where a journalist happened to stand.
 */
type Timed = { period: Period; place: string; sites: Map<string, number[]>; reports: Report[] }

/** Waits by town and week (or longer, where the date is known no finer), eligible reports only; oldest first. */
export function waitsByTown(reports: readonly Report[], atlas: Atlas): readonly Wait[] {
  return waitsIn(atlas)(reports)
}

const waitsIn = once((atlas: Atlas) => {
  const timedIn = groupsPerPart((reports: readonly ReportOf<'queue'>[]) => {
    return timedByTown(reports, atlas)
  }, mergeTimed)
  const waitsOf = once((reports: readonly Report[]) =>
    timedIn(ofKind(reports, 'queue'))
      .map(waitOf)
      .toSorted((a, b) => byText(a.period.from, b.period.from) || byText(a.place, b.place)),
  )
  return once((reports: readonly Report[]) =>
    toldCells(
      waitsOf(reports),
      () => waitsOf(standingAlone(reports)),
      ({ place, period }) => `${place} ${period.from} ${period.to}`,
    ),
  )
})

function timedByTown(
  reports: readonly ReportOf<'queue'>[],
  atlas: Atlas,
): ReadonlyMap<string, Timed> {
  const cells = cellsBy((place, stretch): Timed => ({
    period: periodOf(stretch),
    place,
    sites: new Map(),
    reports: [],
  }))
  for (const report of reports) {
    const { waitHours } = report.body
    const hours = waitHours === null ? null : middle(waitHours)
    const named = report.position?.place ?? null
    const place = townOf(named, atlas)
    if (hours === null || named === null || place === null || !isEligible(report)) continue
    const isOfAMonth = report.precision === 'month'
    const period = isOfAMonth ? observedPeriod(report) : isoWeekOf(dayOf(report.observedAt))
    const { sites, reports: told } = cells.at(place, stretchOf(period))
    told.push(report)
    const site = report.source.url === null ? named : place
    const before = sites.get(site)
    if (before) before.push(hours)
    else sites.set(site, [hours])
  }
  return cells.all()
}

/** A stretch of days as one text: of a week, its Monday, which is at hand. */
function stretchOf({ from, to }: Period): string {
  const week = isoWeekOf(from)
  return week.from === from && week.to === to ? from : `${from} ${to}`
}

function periodOf(stretch: string): Period {
  const [from = '', to] = stretch.split(' ')
  return to === undefined ? isoWeekOf(from) : { from, to }
}

function mergeTimed(a: Timed, b: Timed): Timed {
  const sites = new Map(a.sites)
  for (const [site, hours] of b.sites) sites.set(site, [...(sites.get(site) ?? []), ...hours])
  return { ...a, sites, reports: [...a.reports, ...b.reports] }
}

const waitOf = once(({ period, place, sites, reports }: Timed): Wait => {
  return { period, place, value: waitOver([...sites.values()]), reports }
})

/**
 * The wait of a town: the median over its sites of each site's own median, so that one busy site does not speak for
 * the town. Low and high are the ends of what was reported while that is little; of eight reports or more they are
 * quartiles, and of eight sites or more the quartiles of the sites' medians: half of the sites lie between them.
 */
function waitOver(sites: readonly number[][]): Estimate {
  const medians = sites.flatMap((hours) => median(hours) ?? [])
  const over = spreadOf(medians)
  if (medians.length >= MANY || over.best === null) return over
  const { best } = over
  const { low, high } = spreadOf(sites.flat())
  return { low: Math.min(low ?? best, best), best, high: Math.max(high ?? best, best) }
}

/**
 * The wait of each week over all places: the median over places of the place's own, so that one busy place does not
 * speak for the country; low and high are the extremes over places, and from eight places on the quartiles over
 * them. Reports dated no finer than a month are in no week, and places of too few reports where they would show through.
 */
export function waitsByWeek(waits: readonly Wait[]): Omit<Wait, 'place'>[] {
  const weeks = grouped(waits.filter(isOfAWeek), ({ period }) => period.from)
  return [...weeks]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([from, all]) => ({ from, told: toldTogether(all) }))
    .map(({ from, told }) => ({
      period: isoWeekOf(from),
      value: overPlaces(told.map(({ value }) => value)),
      reports: joined(told.map(({ reports }) => reports)),
    }))
}

/** False for what is known no finer than a month. */
export function isOfAWeek({ period }: Pick<Wait, 'period'>): boolean {
  return isoWeekOf(period.from).to === period.to
}

function overPlaces(waits: readonly Estimate[]): Estimate {
  const over = spreadOf(waits.flatMap(({ best }) => best ?? []))
  if (waits.length >= MANY) return over
  return {
    low: Math.min(...waits.flatMap(({ low }) => low ?? [])),
    best: over.best,
    high: Math.max(...waits.flatMap(({ high }) => high ?? [])),
  }
}
