import type { Atlas } from '#domain/atlas.ts'
import type { ConvoyBody, ConvoyStage } from '#domain/convoy-report.ts'
import type { Axis } from '#domain/corridor.ts'
import type { Position } from '#domain/position.ts'
import { instantText } from '#mocks/simulator/calendar.ts'
import { tankersOf } from '#mocks/simulator/country/convoy.ts'
import type { Convoy, RoadEvent } from '#mocks/simulator/country/convoy.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import { nodeNear, stretchAt } from '#mocks/simulator/country/roads.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { figure, inRoundNumbers } from './figures.ts'
import { refOf, spotOn } from './incidents.ts'
import { noteOn } from './notes.ts'
import { receivedBy } from './outbox.ts'
import type { Outbox } from './outbox.ts'
import { sourceOf } from './people.ts'
import { PRESS } from './published.ts'
import type { Printer } from './published.ts'
import { positionOf } from './queues.ts'

type Parts = { country: Country; atlas: Atlas; dice: Dice; outbox: Outbox; printer: Printer }
type StageEvent = Extract<RoadEvent, { kind: 'stage' }>

/** Those who follow convoys: drivers' unions, partners' logisticians, people along the road. */
export type ConvoyWatch = {
  hour(hour: number): void
  heard(event: StageEvent): void
  /** Who waits at the borders. */
  morning(day: number): void
}

/** Escorted convoys are talked about; of a group of lorries in quiet times hardly anybody hears. */
const ESCORTED_HEARD = 0.92
const LONE_HEARD = 0.055
/** Chance in an hour that somebody says where a convoy on the road is. */
const SEEN_IN_AN_HOUR = 0.2
const SEEN_STANDING = 0.03

/** Now and then a newspaper prints that a convoy is coming, which it should not. */
const ANNOUNCED = 0.16
/** Tankers at a border that make somebody count them. */
const CROWD = 60

const WATCHERS = [
  { source: sourceOf('Partenaire démo 1', 'partner'), reliability: 'B', credibility: 2, off: 0.06 },
  { source: sourceOf('Partenaire démo 4', 'partner'), reliability: 'B', credibility: 2, off: 0.1 },
  { source: sourceOf('Relais démo 83', 'community'), reliability: 'C', credibility: 3, off: 0.2 },
  { source: sourceOf('Relais démo 88', 'community'), reliability: 'C', credibility: 3, off: 0.25 },
  { source: sourceOf('Relais démo 90', 'community'), reliability: 'D', credibility: 6, off: 0.4 },
] as const
type Watcher = (typeof WATCHERS)[number]

export function makeConvoyWatch({ country, atlas, dice, outbox, printer }: Parts): ConvoyWatch {
  const followed = new Set<Convoy>()
  const bamako = positionOf('bamako', atlas)

  const counted = (count: number, off: number) =>
    figure(inRoundNumbers(Math.max(0, count * (1 + off * dice.bell() * 1.4))))

  function send(
    convoy: Pick<Convoy, 'event' | 'road'>,
    watcher: Watcher,
    hour: number,
    body: ConvoyBody,
    km: number,
  ): void {
    const minute = hour * 60 + dice.below(60)
    const late = dice.chance(0.7) ? 15 + dice.below(240) : 300 + dice.below(1_500)
    const reachedUs = receivedBy(minute + late)
    const { leg } = stretchAt(convoy.road, Math.min(km, convoy.road.km - 0.1))
    outbox.send(
      {
        id: dice.uuid(),
        observedAt: instantText(minute),
        observedUntil: null,
        precision: 'minute',
        publishedAt: instantText(reachedUs),
        publishedAssumed: false,
        position: positionAt(convoy, km),
        corridor: refOf(convoy.road, leg.id),
        source: watcher.source,
        reliability: watcher.reliability,
        credibility: watcher.credibility,
        review: 'unreviewed',
        sensitivity: 'restricted',
        event: { id: convoy.event, role: 'best' },
        note: noteOn('convoy', dice),
        reporter: `route-${dice.below(40)}`,
        body,
      },
      reachedUs,
    )
  }

  /** In a town the town, on the road the spot. */
  function positionAt({ road }: Pick<Convoy, 'road'>, km: number): Position {
    const node = nodeNear(road, km)
    const isThere = node.km - km < 6 && km - node.km < 6
    return isThere ? positionOf(node.place, atlas) : spotOn(road, km, 5_000)
  }

  function stageReport({ convoy, stage, hour, km, tankers }: Omit<StageEvent, 'kind'>): void {
    const watcher = dice.pick(WATCHERS)
    const body = bodyOf(convoy, stage)
    if (dice.chance(0.8)) body.size = counted(tankers, watcher.off)
    if (stage === 'departed') body.tankersDeparted = counted(convoy.departed, watcher.off)
    if (stage === 'turned_back') body.tankersTurnedBack = counted(convoy.turnedBack, watcher.off)
    send(convoy, watcher, hour, body, km)
  }

  /** One or two who counted at the depot, and now and then a journalist: they seldom count the same. */
  function closingReports(event: StageEvent): void {
    const { convoy, hour, tankers: arrived } = event
    // Lorries that come as every day are seen and not counted: what they bring stands in the weekly figures.
    if (!convoy.escorted) return stageReport(event)
    const isBig = arrived > 40
    const witnesses = 1 + dice.below(isBig ? 3 : 2)
    for (let nth = 0; nth < witnesses; nth += 1) {
      const watcher = dice.pick(WATCHERS)
      const body = bodyOf(convoy, 'arrived')
      body.tankersArrived = counted(arrived, watcher.off)
      if (dice.chance(0.4)) body.tankersDeparted = counted(convoy.departed, watcher.off)
      if (convoy.lost > 0 && dice.chance(0.6)) body.tankersLost = counted(convoy.lost, watcher.off)
      if (watcher.reliability === 'B' && dice.chance(0.3)) {
        body.litres = figure(Math.round((arrived * convoy.litresEach) / 10_000) * 10_000)
      }
      send(convoy, watcher, hour, body, convoy.road.km)
    }
    if (!dice.chance(isBig ? 0.55 : 0.08)) return
    const outlet = dice.pick(PRESS)
    const body = bodyOf(convoy, 'arrived')
    body.convoy = null
    if (dice.chance(0.85)) body.tankersArrived = counted(arrived, 0.25)
    else body.convoys = 1
    printer.publish(
      outlet,
      hour * 60 + 120 + dice.below(1_800),
      {
        day: Math.floor(hour / 24),
        position: convoy.road.endsAt === 0 ? bamako : positionOf('gao', atlas),
        corridor: { axis: convoy.road.axis, corridor: null, leg: null },
        event: { id: convoy.event, role: 'best' },
        credibility: outlet.reliability === 'B' ? 2 : 3,
      },
      body,
    )
  }

  function announce({ convoy, hour, tankers }: StageEvent): void {
    const body = bodyOf(convoy, 'planned')
    body.convoy = null
    body.size = counted(tankers, 0.2)
    const { axis } = convoy.road
    const about = {
      day: Math.floor(hour / 24) + 1,
      position: bamako,
      corridor: { axis, corridor: null, leg: null },
      event: { id: convoy.event, role: 'forward' },
      credibility: 3,
    } as const
    printer.publish(dice.pick(PRESS), hour * 60 + 60 + dice.below(300), about, body)
  }

  /** Lorries that wait for an escort, counted at the crossing where most of them stand. */
  function countWaiting(axis: Axis, day: number): void {
    const road = country.roads.find((each) => each.axis === axis)
    const waiting = country.convoys.waiting(axis)
    if (!road || waiting < CROWD || !dice.chance(0.2)) return
    const km = road.borderKm
    const body = silentBody('at_border')
    const watcher = dice.pick(WATCHERS)
    body.size = counted(waiting, watcher.off + 0.1)
    send({ event: dice.uuid(), road }, watcher, day * 24 + 7 + dice.below(9), body, km)
  }

  return {
    morning(day) {
      for (const axis of ['ci', 'sn', 'gn'] as const) countWaiting(axis, day)
    },
    heard(event) {
      const { convoy, stage } = event
      if (stage === 'assembling' && dice.chance(ESCORTED_HEARD)) followed.add(convoy)
      if (stage === 'assembling' && dice.chance(ANNOUNCED)) announce(event)
      if (stage === 'loading' && dice.chance(LONE_HEARD)) followed.add(convoy)
      if (!followed.has(convoy)) return
      if (stage === 'arrived') {
        closingReports(event)
        followed.delete(convoy)
      } else if (dice.chance(0.85)) stageReport(event)
    },
    hour(hour) {
      for (const convoy of followed) {
        if (tankersOf(convoy) === 0) followed.delete(convoy)
        else if (dice.chance(hour >= convoy.waitsUntil ? SEEN_IN_AN_HOUR : SEEN_STANDING)) {
          const stage = convoy.km < convoy.road.borderKm ? 'in_transit' : convoy.stage
          stageReport({ convoy, stage, hour, km: convoy.km, tankers: tankersOf(convoy) })
        }
      }
    },
  }
}

function bodyOf(convoy: Convoy, stage: ConvoyStage): ConvoyBody {
  return {
    ...silentBody(stage),
    product: convoy.petrol === 0 ? 'diesel' : convoy.diesel === 0 ? 'petrol' : null,
    convoy: convoy.name,
    escorted: convoy.escorted,
  }
}

/** A report on a convoy that gives no more than its stage. */
function silentBody(stage: ConvoyStage): ConvoyBody {
  return {
    kind: 'convoy',
    product: null,
    convoy: null,
    stage,
    escorted: null,
    convoys: null,
    size: null,
    tankersDeparted: null,
    tankersArrived: null,
    tankersLost: null,
    tankersTurnedBack: null,
    litres: null,
  }
}
