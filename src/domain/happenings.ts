import { admiraltyCode, isEligible } from './admiralty.ts'
import type { Atlas } from './atlas.ts'
import { byText } from './by-text.ts'
import type { Estimate } from './estimate.ts'
import { exactly } from './estimate.ts'
import { asked, lastDayIn, lastDayOf, upTo } from './filter.ts'
import type { Filter } from './filter.ts'
import { areFew, mayStandAlone } from './few.ts'
import { freshness } from './freshness.ts'
import { strictestOf } from './handling.ts'
import type { Account, Happening, Voice } from './happening.ts'
import { TOLLS } from './incident-report.ts'
import { ofKind } from './of-kind.ts'
import { chosen, partsOf } from './parts.ts'
import { observedPeriod } from './report.ts'
import type { Report, ReportBody } from './report.ts'
import type { Window } from './situation.ts'
import { byReport, combine, eventIdOf, eventsOf, isCountable } from './statement.ts'
import type { Statement } from './statement.ts'
import { daysBetween, overlaps } from './time.ts'
import type { Day } from './time.ts'

/** A convoy is told of by dozens: so many are named, the best judged first, and all are among its reports. */
const MOST_VOICES = 6

/** What a report says of its event, quantity by quantity. */
export function quantitiesOf(body: ReportBody): [quantity: string, value: Estimate][] {
  switch (body.kind) {
    case 'incident':
      return [
        ...TOLLS.map((toll) => [toll, body[toll]] as const),
        ['events', body.events === null ? null : exactly(body.events)] as const,
      ].flatMap(([key, value]) => (value === null ? [] : [[key, value]]))
    case 'convoy': {
      const { size, tankersDeparted, tankersArrived, tankersLost, tankersTurnedBack, litres } = body
      const convoys = body.convoys === null ? null : exactly(body.convoys)
      const all = {
        size,
        tankersDeparted,
        tankersArrived,
        tankersLost,
        tankersTurnedBack,
        litres,
        convoys,
      }
      return Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))
    }
    case 'bulletin':
      if (body.value === null) return []
      if (body.metric === 'tankers_arrived') return [['tankersArrived', body.value]]
      return body.metric === 'litres_delivered' ? [['litres', body.value]] : []
    case 'queue':
    case 'price':
      return []
  }
}

/** The convoys or incidents that touch the window up to `at`, newest first, each once. */
export function happeningsOf(
  kind: Happening['kind'],
  reports: readonly Report[],
  window: Window,
  filter: Filter,
  atlas: Atlas,
): Happening[] {
  // By the day its source names: of a week that has begun, what came later in it has not happened yet.
  const told = ofKind(asked(upTo(reports, window.at), filter, atlas), kind)
  const ids = new Set(told.filter(isCountable).map(eventIdOf))
  return eventsOf(eventful(reports))
    .flatMap((group) => {
      const [first] = group
      const id = first && eventIdOf(first)
      if (id === undefined || !ids.has(id) || !touches(group, window)) return []
      const spoken = group.filter((report) => isSpoken(report, window.at))
      return [summarise(id, kind, spoken, window.at)]
    })
    .filter(({ period }) => overlaps(period, window))
    .toSorted((a, b) => byText(b.period.from, a.period.from) || byText(a.id, b.id))
}

/** What happened is dated by one of its reports: where none speaks of the window, it lies outside. */
function touches(group: readonly Report[], window: Window): boolean {
  return group.some((report) => overlaps(observedPeriod(report), window))
}

/** All that may speak of a convoy or an incident: by its kind, or by the event it names. */
const eventful = chosen(
  ({ body, event }: Report) => event !== null || body.kind === 'convoy' || body.kind === 'incident',
)

/** A page that knows only the month may speak of what has happened in it; its middle day is no date. */
function isSpoken(report: Report, at: Day): boolean {
  return (
    lastDayOf(report) <= at || (report.precision === 'month' && observedPeriod(report).from <= at)
  )
}

/** All that may name an event, or be one of its own: a handful of a hundred. */
const naming = chosen(
  ({ body, event }: Report) => event !== null || (body.kind !== 'queue' && body.kind !== 'price'),
)

/** All that speaks of one event, in the order of the list. */
export function ofEvent(id: string, reports: readonly Report[]): Report[] {
  return partsOf(naming(reports)).flatMap((part) =>
    part.filter((report) => eventIdOf(report) === id),
  )
}

/** One happening with all its reports, whatever the window; null when no report speaks of it. */
export function happeningOf(
  id: string,
  reports: readonly Report[],
  { at }: Window,
): Happening | null {
  const group = ofEvent(id, reports)
  const kind = group.some(({ body }) => body.kind === 'incident') ? 'incident' : 'convoy'
  const isOne = group.some(({ body }) => quantitiesOf(body).length > 0)
  return isOne ? summarise(id, kind, group, at) : null
}

function summarise(id: string, kind: Happening['kind'], group: Report[], at: Day): Happening {
  const judged = group.toSorted(byReport)
  const last = lastSeen(kind, group)
  const lead = last ?? bestTold(kind, judged)
  // What is on its way is where it was last seen; of what stands still, the best judged knows the place.
  const inOrder = last === undefined ? judged : [last, ...judged]
  const placed = inOrder.find(({ position }) => position !== null && position.lat !== null) ?? lead
  const newest = lastDayIn(group) ?? at
  return {
    id,
    kind,
    period: lead ? observedPeriod(lead) : { from: at, to: at },
    position: placed?.position ?? null,
    corridor: inOrder.find(({ corridor }) => corridor !== null)?.corridor ?? null,
    stage: lead?.body.kind === 'convoy' ? lead.body.stage : null,
    incident: lead?.body.kind === 'incident' ? lead.body.type : null,
    witnesses: judged.slice(0, MOST_VOICES).map((report) => ({
      report: report.id,
      source: report.source.name,
      code: admiraltyCode(report),
    })),
    claim: !group.some(isEligible),
    freshness: freshness(kind, lead?.precision ?? 'day', 24 * daysBetween(newest, at)),
    ...strictestOf(group),
    accounts: accountsOf(judged),
    reports: judged.map((report) => report.id),
  }
}

/** The newest report of a convoy that field reporters follow by the hour; undefined for all else. */
function lastSeen(kind: Happening['kind'], group: readonly Report[]): Report | undefined {
  return group
    .filter(
      (report) =>
        kind === 'convoy' &&
        report.body.kind === 'convoy' &&
        report.body.stage !== null &&
        (report.precision === 'minute' || report.precision === 'hour') &&
        isEligible(report),
    )
    .toSorted((a, b) => byText(a.observedAt, b.observedAt) || byReport(b, a))
    .at(-1)
}

function bestTold(kind: Happening['kind'], judged: readonly Report[]): Report | undefined {
  const own = judged.find(({ body, event }) => body.kind === kind && event?.role !== 'maybe-same')
  return own ?? judged[0]
}

/** Every quantity that any report of the event gives, brought together, with each source's own figure. */
export function accountsOf(group: readonly Report[]): Account[] {
  const quantities = new Map<string, Statement[]>()
  for (const report of group) {
    for (const [quantity, value] of quantitiesOf(report.body)) {
      quantities.set(quantity, [...(quantities.get(quantity) ?? []), { report, value }])
    }
  }
  return [...quantities].map(([quantity, statements]) => {
    const all = combine(statements)
    const isFew = areFew(all.used.map(({ report }) => report))
    const alone = statements.filter(({ report }) => mayStandAlone(report))
    const { value, used } = isFew ? combine(alone) : all
    const beside = statements.filter((each) => !used.includes(each) && !all.claims.includes(each))
    return {
      quantity,
      value,
      voices: [...used, ...beside].flatMap(voiceOf).slice(0, MOST_VOICES),
      claims: all.claims.flatMap(voiceOf).slice(0, MOST_VOICES),
      ...(isFew && used.length === 0 ? { withheld: true as const } : {}),
    }
  })
}

/** None where the source gave no figure at all: an unknown must not be told as a zero. */
function voiceOf({ report, value }: Statement): Voice[] {
  if (value.best === null && value.low === null && value.high === null) return []
  const { id, event, source } = report
  return [
    {
      report: id,
      role: event?.role ?? 'best',
      value,
      code: admiraltyCode(report),
      source: source.name,
    },
  ]
}
