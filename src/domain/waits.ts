import type { Atlas } from './atlas.ts'
import { townFinder } from './atlas.ts'
import { isEligible } from './admiralty.ts'
import { byText } from './by-text.ts'
import type { Estimate } from './estimate.ts'
import { mayStandAlone, toldCell, toldTogether } from './few.ts'
import { once } from './once.ts'
import { ofKind } from './of-kind.ts'
import { joined } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportOf } from './report.ts'
import { rowsPerPart } from './rows.ts'
import type { Row } from './rows.ts'
import { MANY, median, spreadOf } from './spread.ts'
import { middle } from './statement.ts'
import { dayOf, isoWeekOf } from './time.ts'
import type { Period } from './time.ts'

/** The wait at one place in one stretch of days: hours. */
export type Wait = { period: Period; place: string; value: Estimate; reports: readonly Report[] }

/** What was timed in one stretch of days, town by town: an ISO week, or longer where the date is known no finer. */
export type Stretch = { period: Period; waits: readonly Wait[] }

/** The waits of eligible reports by stretches of days, the oldest first; in each, by towns. */
export function stretchesOfWaits(reports: readonly Report[], atlas: Atlas): readonly Stretch[] {
  return stretchesIn(atlas)(reports)
}

/** Waits by town and week (or longer, where the date is known no finer), eligible reports only; oldest first. */
export function waitsByTown(reports: readonly Report[], atlas: Atlas): readonly Wait[] {
  return waitsOf(stretchesOfWaits(reports, atlas))
}

/** Those of some stretches by the day they begin on, then by towns; of one town's two, the one known more finely last. */
export function waitsOf(stretches: readonly Stretch[]): readonly Wait[] {
  return stretches
    .flatMap(({ waits }) => waits)
    .toSorted(
      (a, b) =>
        byText(a.period.from, b.period.from) ||
        byText(a.place, b.place) ||
        byText(b.period.to, a.period.to),
    )
}

const stretchesIn = once((atlas: Atlas) => {
  const townOf = townFinder(atlas)
  const townTimed = (report: ReportOf<'queue'>) =>
    hoursOf(report) === null || !isEligible(report) ? null : townOf(report.position?.place ?? null)
  const rowsIn = rowsPerPart(townTimed, stretchOf)
  const toldOf = once(toldStretch)
  return once((reports: readonly Report[]) =>
    rowsIn(ofKind(reports, 'queue'))
      .map(toldOf)
      .toSorted((a, b) => byText(a.period.from, b.period.from) || byText(a.period.to, b.period.to)),
  )
})

/** All of one stretch lies in its row, so a town of too few is told by those of its own reports that may stand alone. */
function toldStretch(row: Row<ReportOf<'queue'>>): Stretch {
  const waits = [...row]
    .flatMap(([place, reports]) => {
      const wait = waitOf(place, reports)
      return wait ? toldCell(wait, () => waitOf(place, reports.filter(mayStandAlone))) : []
    })
    .toSorted((a, b) => byText(a.place, b.place))
  return { period: waits[0]?.period ?? { from: '', to: '' }, waits }
}

/** The stretch of days that a report is counted in, as one text: of a week, its Monday. */
function stretchOf(report: Report): string {
  const { from, to } = periodOf(report)
  return isoWeekOf(from).from === from && isoWeekOf(from).to === to ? from : `${from} ${to}`
}

function periodOf(report: Report): Period {
  return report.precision === 'month' ? observedPeriod(report) : isoWeekOf(dayOf(report.observedAt))
}

function hoursOf({ body }: ReportOf<'queue'>): number | null {
  return body.waitHours === null ? null : middle(body.waitHours)
}

/**
 * The wait of a town in one stretch, site by site. A site is the place that a report of the field names, a station mostly.
 * Pages speak for the town: the quarter in them is where a journalist happened to stand. Null of no reports.
 */
function waitOf(place: string, reports: readonly ReportOf<'queue'>[]): Wait | null {
  const [first] = reports
  if (first === undefined) return null
  const sites = new Map<string, number[]>()
  for (const report of reports) {
    const hours = hoursOf(report)
    if (hours === null) continue
    const site = report.source.url === null ? (report.position?.place ?? place) : place
    const before = sites.get(site)
    if (before) before.push(hours)
    else sites.set(site, [hours])
  }
  return { period: periodOf(first), place, value: waitOver([...sites.values()]), reports }
}

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
export function waitsByWeek(stretches: readonly Stretch[]): Omit<Wait, 'place'>[] {
  return stretches.filter(isOfAWeek).map(overTowns)
}

const overTowns = once(({ period, waits }: Stretch): Omit<Wait, 'place'> => {
  const told = toldTogether(waits)
  return {
    period: isoWeekOf(period.from),
    value: overPlaces(told.map(({ value }) => value)),
    reports: joined(told.map(({ reports }) => reports)),
  }
})

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
