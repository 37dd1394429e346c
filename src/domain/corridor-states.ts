import type { Atlas } from './atlas.ts'
import { byText } from './by-text.ts'
import { baselineOf, suspensionsOn } from './corridor-bulletins.ts'
import type { Axis } from './corridor.ts'
import {
  arrivalReason,
  attackReason,
  isEscorted,
  shareReason,
  silence,
  suspensionReason,
} from './corridor-reasons.ts'
import type { Counting } from './corridor-reasons.ts'
import type { CorridorState, CorridorStatus, LegState, Reason } from './corridor-status.ts'
import { deliveriesByAxis, deliveriesOf } from './deliveries.ts'
import type { Delivery } from './deliveries.ts'
import { areFewIn, standingAlone, toldTogether } from './few.ts'
import { eligible, lastDayOf, upTo } from './filter.ts'
import { freshness } from './freshness.ts'
import { lossesOf } from './losses.ts'
import type { Loss } from './losses.ts'
import { newestFirst } from './named-day.ts'
import { flowOf } from './of-kind.ts'
import { once, remember } from './once.ts'
import type { Report } from './report.ts'
import type { Window } from './situation.ts'
import { addDays, daysBetween, overlaps } from './time.ts'
import type { Day, Period } from './time.ts'

/** Days looked back on; an attack in the first half of them makes a corridor contested, later restricted. */
export const LOOK_BACK_DAYS = 28
export const CONTESTED_DAYS = 14
/** Share of the normal traffic below which a corridor is restricted. */
export const NEAR_BASELINE = 0.5
/** A stoppage that nobody has said is over stands for so long. */
const SUSPENSION_DAYS = 90
/** Days that a list is kept for: a few screens'. */
const DAYS_KEPT = 8

export const AXES = ['ci', 'sn', 'gn', 'ne'] as const satisfies Axis[]

/** What speaks for the state of one axis. */
type Evidence = {
  deliveries: Delivery[]
  losses: Loss[]
  suspensions: Report[]
  baselineTankersAWeek: number | null
} & Counting

/** All that speaks for a state, and of it what may stand alone: that decides where all of it is too little. */
type Heard = { all: Evidence; alone: () => Evidence }

/** Of most that is judged the state alone is told: the reasons are put into words where somebody asks. */
type Verdict = { status: CorridorStatus; reasons: () => Reason[] }
type Judged = Verdict & { evidence: Evidence }

/** The state of each axis at `at`, over all its variants; reasons say why. The method page lists the rules. */
export function corridorStates(
  reports: readonly Report[],
  window: Window,
  atlas: Atlas,
): CorridorState[] {
  const past = eligible(upTo(flowOf(reports), window.at))
  const all = evidenceIn(past, window.at)
  // Of most ways in enough is told: what stands alone is brought together where somebody needs it.
  let others: typeof all | null = null
  const alone = (axis: Axis) => (others ??= evidenceIn(standingAlone(past), window.at))(axis)
  return AXES.map((axis) =>
    stateOf(axis, { all: all(axis), alone: () => alone(axis) }, window, atlas),
  )
}

/** What some reports say of each axis. */
function evidenceIn(past: readonly Report[], at: Day): (axis: Axis) => Evidence {
  const [deliveries, losses] = [deliveriesOf(past), lossesOf(past)]
  // Each count stands beside sums over all axes: one that is withheld must not be what is left of them.
  const few = [deliveries, losses].map((events) => recentIn<Delivery | Loss>(events, at))
  const isCounted = few.every((events) => toldTogether(events).length === events.length)
  const ways = deliveriesByAxis(deliveries)
  return (axis) => ({
    deliveries: ways.get(axis) ?? [],
    losses: losses.filter((loss) => loss.axis === axis),
    suspensions: suspensionsOn(axis, past),
    baselineTankersAWeek: baselineOf(axis, past),
    isCounted,
  })
}

function stateOf(axis: Axis, heard: Heard, window: Window, atlas: Atlas): CorridorState {
  const { evidence, status, reasons } = judged(heard, window.at)
  const days = evidenceDays(evidence)
  const [last = null] = newestFirst(days)
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
      last === null && evidence === heard.all
        ? [silence(null)]
        : status === 'unknown' && evidence === heard.all
          ? [...reasons(), silence(last)]
          : reasons(),
    legs: legStates(
      drawn.flatMap(({ legs }) => legs),
      heard,
      window.at,
    ),
    corridors: drawn.map(({ id }) => id),
    freshness:
      last === null ? 'unknown' : freshness('convoy', 'day', 24 * daysBetween(last, window.at)),
    lastReported: last,
    lastKnown: lastKnown(heard, days, window.at),
  }
}

/** What all the evidence says; where that is too little, what is said by that which may stand alone. */
function judged({ all, alone }: Heard, at: Day): Judged {
  const behind = [...recentIn(all.losses, at), ...recentIn(all.deliveries, at)]
  const suspension = lastSuspension(all, at)
  const isOld = !suspension || !(isRecent(suspension, at) || isInForce(suspension, at))
  if (!areFewIn([...behind, { reports: isOld ? [] : [suspension] }]))
    return { evidence: all, ...judge(all, at) }
  const evidence = alone()
  const { status, reasons } = judge(evidence, at)
  const withheld: Reason = { ...silence(null), code: 'withheld' }
  return { evidence, status, reasons: () => [...reasons(), withheld] }
}

function recentIn<Item extends { period: Period }>(items: readonly Item[], at: Day): Item[] {
  // Of a list of such items, some of the same.
  return recentOn(items)(at) as Item[]
}

/** A corridor is judged leg by leg and for days past, mostly of the same deliveries on the same day. */
const recentOn = once((items: readonly { period: Period }[]) =>
  remember(DAYS_KEPT, (at) => {
    const from = addDays(at, 1 - LOOK_BACK_DAYS)
    return items.filter(({ period }) => period.to >= from && period.from <= at)
  }),
)

function lastSuspension({ suspensions }: Evidence, at: Day): Report | undefined {
  return suspensions.findLast((report) => lastDayOf(report) <= at)
}

/** The rules, in the order they are tried. Pure in its evidence and the day. */
function judge(evidence: Evidence, at: Day): Verdict {
  const attacks = recentIn(evidence.losses, at)
  const arrivals = recentIn(evidence.deliveries, at)
  const told = () =>
    [
      ...attacks.map((loss) => attackReason(loss, evidence)),
      ...arrivals.map((delivery) => arrivalReason(delivery, evidence)),
    ].toSorted((a, b) => byText(b.day ?? '', a.day ?? ''))
  const suspension = lastSuspension(evidence, at)
  if (suspension && isInForce(suspension, at))
    return { status: 'cut', reasons: () => [suspensionReason(suspension), ...told()] }
  const stopped = suspension && isRecent(suspension, at) ? [suspensionReason(suspension)] : []
  const reasons = () => [...stopped, ...told()]
  const contestedFrom = addDays(at, 1 - CONTESTED_DAYS)
  if (attacks.some(({ period }) => period.to >= contestedFrom))
    return { status: 'contested', reasons }
  if (attacks.length > 0) return { status: 'restricted', reasons }
  if (arrivals.length === 0) return { status: 'unknown', reasons }
  // A share of a known baseline is a count: it may rest on too few where other evidence carries the status.
  const isTold = !areFewIn(arrivals)
  const share = isTold ? shareOfBaseline(arrivals, evidence.baselineTankersAWeek) : null
  const withShare = () =>
    share === null ? reasons() : [...reasons(), shareReason(share, share >= NEAR_BASELINE)]
  if (arrivals.some(isEscorted)) return { status: 'escort', reasons: withShare }
  const isOpen = share !== null && share >= NEAR_BASELINE
  return { status: isOpen ? 'open' : 'restricted', reasons: withShare }
}

function isRecent(report: Report, at: Day): boolean {
  return lastDayOf(report) >= addDays(at, 1 - LOOK_BACK_DAYS)
}

function isInForce(suspension: Report, at: Day): boolean {
  const value = suspension.body.kind === 'bulletin' ? (suspension.body.value?.best ?? null) : null
  return value === 1 && daysBetween(lastDayOf(suspension), at) <= SUSPENSION_DAYS
}

/** Tankers a week over the look-back ÷ the axis's own normal traffic; null when either is unknown. */
function shareOfBaseline(arrivals: Delivery[], baseline: number | null): number | null {
  const counts = arrivals.map(({ tankers }) => tankers?.best ?? null)
  if (baseline === null || counts.some((count) => count === null)) return null
  const total = counts.reduce<number>((sum, count) => sum + (count as number), 0)
  return total / (LOOK_BACK_DAYS / 7) / baseline
}

function evidenceDays({ deliveries, losses, suspensions }: Evidence): Day[] {
  const days = [...deliveries, ...losses].map(({ named }) => named)
  return [...days, ...suspensions.map(lastDayOf)]
}

/** The last day on which the rules gave a status, before the silence began. */
function lastKnown(heard: Heard, days: Day[], at: Day): CorridorState['lastKnown'] {
  for (const day of newestFirst(days)) {
    const upToDay = day > at ? at : day
    const { status } = judged(heard, upToDay)
    if (status !== 'unknown') return { status, day: upToDay }
  }
  return null
}

/** A leg that was hit has its own state; the others have what the axis would have without its attacks. */
function legStates(legs: string[], heard: Heard, at: Day): LegState[] {
  const withLosses = (isOfIt: (loss: Loss) => boolean) => {
    const only = (evidence: Evidence) => ({ ...evidence, losses: evidence.losses.filter(isOfIt) })
    return judged({ all: only(heard.all), alone: () => only(heard.alone()) }, at)
  }
  const elsewhere = withLosses(() => false).status
  return [...new Set(legs)].map((leg) => {
    const isOfIt = (loss: Loss) => loss.leg === leg
    // Most were never hit, and are as the rest of the axis: nothing to judge anew.
    if (!heard.all.losses.some(isOfIt)) return { leg, status: elsewhere, lastIncident: null }
    const { status, evidence } = withLosses(isOfIt)
    const hasAttack = status === 'contested' || status === 'restricted'
    return {
      leg,
      status: hasAttack ? status : elsewhere,
      lastIncident: evidence.losses.at(-1)?.named ?? null,
    }
  })
}
