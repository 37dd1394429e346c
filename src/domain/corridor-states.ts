import type { Atlas } from './atlas.ts'
import type { Axis } from './corridor.ts'
import type { CorridorState, CorridorStatus, LegState, Reason } from './corridor-status.ts'
import { deliveriesOf, deliveriesOn } from './deliveries.ts'
import type { Delivery } from './deliveries.ts'
import type { Estimate } from './estimate.ts'
import { eligible, lastDayOf, upTo } from './filter.ts'
import { freshness } from './freshness.ts'
import { lossesOf } from './losses.ts'
import type { Loss } from './losses.ts'
import { flowOf, ofKind } from './of-kind.ts'
import { observedPeriod } from './report.ts'
import type { Report } from './report.ts'
import type { Window } from './situation.ts'
import { addDays, daysBetween, lengthInDays, overlaps } from './time.ts'
import type { Day, Period } from './time.ts'

/** Days looked back on; an attack in the first half of them makes a corridor contested, later restricted. */
export const LOOK_BACK_DAYS = 28
export const CONTESTED_DAYS = 14
/** Share of the normal traffic below which a corridor is restricted. */
export const NEAR_BASELINE = 0.5
/** A stoppage that nobody has said is over stands for so long. */
const SUSPENSION_DAYS = 90

export const AXES = ['ci', 'sn', 'gn', 'ne'] as const satisfies Axis[]

/** What speaks for the state of one axis. */
type Evidence = {
  deliveries: Delivery[]
  losses: Loss[]
  suspensions: Report[]
  baselineTankersAWeek: number | null
}

/** The state of each axis at `at`, over all its variants; reasons say why. The method page lists the rules. */
export function corridorStates(
  reports: readonly Report[],
  window: Window,
  atlas: Atlas,
): CorridorState[] {
  const past = eligible(upTo(flowOf(reports), window.at))
  const deliveries = deliveriesOf(past)
  const losses = lossesOf(past)
  return AXES.map((axis) =>
    stateOf(
      axis,
      {
        deliveries: deliveriesOn(axis, deliveries),
        losses: losses.filter((loss) => loss.axis === axis),
        suspensions: suspensionsOn(axis, past),
        baselineTankersAWeek: baselineOf(axis, past),
      },
      window,
      atlas,
    ),
  )
}

function stateOf(axis: Axis, evidence: Evidence, window: Window, atlas: Atlas): CorridorState {
  const { status, reasons } = judge(evidence, window.at)
  const days = evidenceDays(evidence)
  const last = days.at(-1) ?? null
  const ofAxis = atlas.corridors.filter((corridor) => corridor.axis === axis)
  const hit = new Set(
    evidence.losses
      .filter(({ period }) => overlaps(period, window))
      .flatMap(({ leg }) => leg ?? []),
  )
  const drawn = ofAxis.filter(
    ({ priority, legs }) => priority < 3 || legs.some((leg) => hit.has(leg)),
  )
  return {
    axis,
    status,
    reasons:
      last === null
        ? [silence(null)]
        : status === 'unknown'
          ? [...reasons, silence(last)]
          : reasons,
    legs: legStates(
      drawn.flatMap(({ legs }) => legs),
      evidence,
      window.at,
    ),
    corridors: drawn.map(({ id }) => id),
    freshness:
      last === null ? 'unknown' : freshness('convoy', 'day', 24 * daysBetween(last, window.at)),
    lastReported: last,
    lastKnown: lastKnown(evidence, days, window.at),
  }
}

/** The rules, in the order they are tried. Pure in its evidence and the day. */
function judge(evidence: Evidence, at: Day): { status: CorridorStatus; reasons: Reason[] } {
  const from = addDays(at, 1 - LOOK_BACK_DAYS)
  const recent = <Item extends { period: { from: Day; to: Day } }>(items: Item[]) =>
    items.filter(({ period }) => period.to >= from && period.from <= at)
  const attacks = recent(evidence.losses)
  const arrivals = recent(evidence.deliveries)
  const reasons = [
    ...attacks.map(attackReason),
    ...arrivals.map((delivery) => arrivalReason(delivery)),
  ].toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? ''))
  const suspension = evidence.suspensions.findLast((report) => lastDayOf(report) <= at)
  if (suspension && isInForce(suspension, at)) {
    const reason = suspensionReason(suspension)
    return { status: 'cut', reasons: [reason, ...reasons] }
  }
  if (suspension && lastDayOf(suspension) >= from) reasons.unshift(suspensionReason(suspension))
  const contestedFrom = addDays(at, 1 - CONTESTED_DAYS)
  if (attacks.some(({ period }) => period.to >= contestedFrom))
    return { status: 'contested', reasons }
  if (attacks.length > 0) return { status: 'restricted', reasons }
  if (arrivals.length === 0) return { status: 'unknown', reasons }
  const share = shareOfBaseline(arrivals, evidence.baselineTankersAWeek)
  if (share !== null) {
    const code = share < NEAR_BASELINE ? 'below-baseline' : 'near-baseline'
    reasons.push({ code, day: null, until: null, value: share, leg: null, report: null })
  }
  if (arrivals.some(isEscorted)) return { status: 'escort', reasons }
  return { status: share !== null && share >= NEAR_BASELINE ? 'open' : 'restricted', reasons }
}

function isInForce(suspension: Report, at: Day): boolean {
  const value = suspension.body.kind === 'bulletin' ? (suspension.body.value?.best ?? null) : null
  return value === 1 && daysBetween(lastDayOf(suspension), at) <= SUSPENSION_DAYS
}

function isEscorted({ reports }: Delivery): boolean {
  return reports.some(({ body }) => body.kind === 'convoy' && body.escorted === true)
}

/** Tankers a week over the look-back ÷ the axis's own normal traffic; null when either is unknown. */
function shareOfBaseline(arrivals: Delivery[], baseline: number | null): number | null {
  const counts = arrivals.map(({ tankers }) => tankers?.best ?? null)
  if (baseline === null || counts.some((count) => count === null)) return null
  const total = counts.reduce<number>((sum, count) => sum + (count as number), 0)
  return total / (LOOK_BACK_DAYS / 7) / baseline
}

/** Normal traffic on the axis, tankers a week, as last quoted; null where nobody did. */
function baselineOf(axis: Axis, reports: readonly Report[]): number | null {
  const quoted = ofKind(reports, 'bulletin').findLast(
    ({ body, corridor }) =>
      corridor?.axis === axis &&
      (body.metric === 'trucks_per_day' || body.metric === 'tankers_loaded_per_day'),
  )
  const perDay = quoted?.body.value?.best ?? null
  return perDay === null ? null : perDay * 7
}

function suspensionsOn(axis: Axis, reports: readonly Report[]): Report[] {
  return ofKind(reports, 'bulletin')
    .filter(
      ({ body, corridor }) => body.metric === 'transport_suspended' && corridor?.axis === axis,
    )
    .toSorted((a, b) => lastDayOf(a).localeCompare(lastDayOf(b)))
}

function attackReason({ tankers, period, leg, reports }: Loss): Reason {
  const value = tankers?.best ?? tankers?.low ?? null
  const code = value === null ? 'attack' : 'tankers-lost'
  return { code, ...stretch(reports, period), value, leg, report: reports[0]?.id ?? null }
}

function arrivalReason(delivery: Delivery): Reason {
  const { tankers, period, reports } = delivery
  const code = isEscorted(delivery) ? 'escorted-arrival' : 'arrivals'
  return {
    code,
    ...stretch(reports, period),
    value: countOf(tankers),
    leg: null,
    report: reports[0]?.id ?? null,
  }
}

/** Pages that give the event's own date: one that may speak of another event, or only knows the month, does not. */
function sureOf(reports: readonly Report[]): readonly Report[] {
  const sure = reports.filter(
    ({ event, precision }) => event?.role !== 'maybe-same' && precision !== 'month',
  )
  return sure.length > 0 ? sure : reports
}

/** When it was, as finely as a page says: a date known to the week is told as that week, never as one of its days. */
function stretch(reports: readonly Report[], period: Period): Pick<Reason, 'day' | 'until'> {
  const { from, to } = sureOf(reports)
    .map(observedPeriod)
    .reduce((best, each) => (lengthInDays(each) < lengthInDays(best) ? each : best), period)
  return { day: from, until: to === from ? null : to }
}

/** The last day its sources name: a date known to the week must not be read as that week's Sunday. */
function namedDay(reports: readonly Report[], end: Day): Day {
  return sureOf(reports).map(lastDayOf).toSorted().at(-1) ?? end
}

function countOf(tankers: Estimate | null): number | null {
  return tankers?.best ?? null
}

function suspensionReason(report: Report): Reason {
  const isOn = report.body.kind === 'bulletin' && report.body.value?.best === 1
  const code = isOn ? 'transport-suspended' : 'transport-resumed'
  return { code, day: lastDayOf(report), until: null, value: null, leg: null, report: report.id }
}

function silence(day: Day | null): Reason {
  return { code: 'silent', day, until: null, value: null, leg: null, report: null }
}

function evidenceDays({ deliveries, losses, suspensions }: Evidence): Day[] {
  const days = [...deliveries, ...losses].map(({ reports, period }) => namedDay(reports, period.to))
  return [...days, ...suspensions.map(lastDayOf)].toSorted()
}

/** The last day on which the rules gave a status, before the silence began. */
function lastKnown(evidence: Evidence, days: Day[], at: Day): CorridorState['lastKnown'] {
  for (const day of days.toReversed()) {
    const upToDay = day > at ? at : day
    const { status } = judge(evidence, upToDay)
    if (status !== 'unknown') return { status, day: upToDay }
  }
  return null
}

/** A leg that was hit has its own state; the others have what the axis would have without its attacks. */
function legStates(legs: string[], evidence: Evidence, at: Day): LegState[] {
  const elsewhere = judge({ ...evidence, losses: [] }, at).status
  return [...new Set(legs)].map((leg) => {
    const losses = evidence.losses.filter((loss) => loss.leg === leg)
    const recent = judge({ ...evidence, losses }, at).status
    const hasAttack = recent === 'contested' || recent === 'restricted'
    return {
      leg,
      status: hasAttack ? recent : elsewhere,
      lastIncident:
        losses.map(({ reports, period }) => namedDay(reports, period.to)).at(-1) ?? null,
    }
  })
}
