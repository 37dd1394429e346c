import type { Axis } from '#domain/corridor.ts'
import type { ConvoyStage } from '#domain/convoy-report.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { takeOut, tankersOf } from './convoy.ts'
import type { Convoy, RoadEvent } from './convoy.ts'
import type { Hazards } from './hazards.ts'
import { stretchAt } from './roads.ts'
import type { Road } from './roads.ts'
import { USUAL_TANKERS_A_WEEK } from './turns.ts'
import type { Turn } from './turns.ts'

/** Everything that moves towards Mali, hour by hour. */
export type Convoys = {
  /** Loads the day's lorries: `coverDays` is what the country's stocks would last, which importers look at. */
  load(hour: number, turn: Turn, coverDays: number): void
  /** Sends escorted convoys off from the borders. */
  escort(hour: number, turn: Turn): void
  /** Drives for an hour. */
  drive(hour: number, turn: Turn): void
  /** Tankers counted since the last call. */
  tally(): { departed: number; arrived: number; lost: number; litres: number }
  /** Tankers that wait at a border for an escort. */
  waiting(axis: Axis): number
}

type Parts = {
  roads: readonly Road[]
  hazards: Hazards
  dice: Dice
  /** Takes the fuel of tankers that reach a depot, litres. */
  unload(depot: number, petrol: number, diesel: number): void
  /** Days that a depot's stock would last: those on the way take what they lack. */
  coverOf(depot: number): number
  tell(event: RoadEvent): void
}

type Pool = { petrol: number; diesel: number }

const AXES = ['ci', 'sn', 'gn', 'ne'] as const
/** Fewer lorries are loaded on Fridays and Sundays. */
const LOADING_BY_WEEKDAY = [1.1, 1.1, 1.05, 1.1, 0.9, 1, 0.75]
const PETROL_SHARE = 0.42
/** Attacks an hour on a lone convoy of twenty tankers on a leg of risk 1 while the hazard is 1. */
const ATTACKS_AN_HOUR = 0.013
const WANTED_COVER_DAYS = 13
const NAMES = ['Karité', 'Néré', 'Balanzan', 'Rônier', 'Fromager', 'Calao', 'Tamarin', 'Doum']

export function makeConvoys({ roads, hazards, dice, unload, coverOf, tell }: Parts): Convoys {
  let moving: Convoy[] = []
  let named = 0
  let tallied = { departed: 0, arrived: 0, lost: 0, litres: 0 }
  const pools = new Map<Road, Pool>(roads.map((road) => [road, { petrol: 0, diesel: 0 }]))
  const roadsOn = (axis: Axis) => roads.filter((road) => road.axis === axis)

  const poolOf = (road: Road): Pool => pools.get(road) as Pool
  const waitingOn = (road: Road) => poolOf(road).petrol + poolOf(road).diesel
  const waiting = (axis: Axis) => roadsOn(axis).reduce((total, road) => total + waitingOn(road), 0)

  function setOut(road: Road, km: number, petrol: number, diesel: number): Convoy {
    named += 1
    const litresEach = 46_000 + 1_600 * dice.bell()
    const convoy: Convoy = {
      name: `Convoi ${NAMES[named % NAMES.length] ?? ''} ${named}`,
      event: dice.uuid(),
      road,
      km,
      petrol,
      diesel,
      litresEach,
      departed: petrol + diesel,
      lost: 0,
      turnedBack: 0,
      leftOnTheWay: 0,
      escorted: false,
      stage: 'departed',
      waitsUntil: 0,
    }
    moving.push(convoy)
    return convoy
  }

  function enter(convoy: Convoy, stage: ConvoyStage, hour: number): void {
    convoy.stage = stage
    tell({ kind: 'stage', hour, convoy, stage, km: convoy.km })
  }

  function loadOn(axis: Axis, hour: number, turn: Turn, coverDays: number): void {
    const { loading } = turn.traffic[axis]
    const lack = Math.min(1.2, Math.max(0.5, 1 + (WANTED_COVER_DAYS - coverDays) * 0.06))
    // Nobody sends more lorries to stand in a queue that does not move.
    const patience = 1 / (1 + waiting(axis) / 400)
    const weekday = LOADING_BY_WEEKDAY[((hour / 24) % 7) | 0] ?? 1
    const usual = USUAL_TANKERS_A_WEEK[axis] / 7
    let left = dice.around(usual * loading * lack * patience * weekday * (1 + 0.4 * dice.bell()))
    tallied.departed += Math.max(0, left)
    const choice = roadsOn(axis)
    while (left > 0) {
      const group = Math.min(left, 6 + dice.below(16))
      const road = chosen(choice)
      const petrol = Math.round(group * (PETROL_SHARE + 0.3 * dice.bell() * (1 - PETROL_SHARE)))
      const bounded = Math.min(group, Math.max(0, petrol))
      const convoy = setOut(road, dice.pick(road.origins), bounded, group - bounded)
      convoy.waitsUntil = hour + dice.below(18)
      enter(convoy, 'loading', hour)
      left -= group
    }
  }

  function chosen(choice: readonly Road[]): Road {
    let mark = dice.unit()
    for (const road of choice) {
      mark -= road.share
      if (mark < 0) return road
    }
    return choice[0] as Road
  }

  function sendEscorted(axis: Axis, hour: number, turn: Turn): void {
    const { escorts, tankers } = turn.traffic[axis]
    if (!dice.chance(escorts / 7)) return
    const road = roadsOn(axis).reduce((fullest, each) =>
      waitingOn(each) > waitingOn(fullest) ? each : fullest,
    )
    const wanted = Math.round(tankers * (1 + 0.7 * dice.bell()))
    const count = Math.min(waitingOn(road), Math.max(10, wanted))
    if (count < 10) return
    const pool = poolOf(road)
    const petrol = Math.round((count * pool.petrol) / (pool.petrol + pool.diesel))
    pool.petrol -= petrol
    pool.diesel -= count - petrol
    const convoy = setOut(road, road.borderKm, petrol, count - petrol)
    convoy.escorted = true
    convoy.waitsUntil = hour + 6 + dice.below(30)
    enter(convoy, 'assembling', hour)
  }

  function reachBorder(convoy: Convoy, hour: number, turn: Turn): void {
    convoy.km = convoy.road.borderKm
    const { alone } = turn.traffic[convoy.road.axis]
    enter(convoy, 'at_border', hour)
    if (dice.chance(alone)) {
      convoy.waitsUntil = hour + 8 + dice.below(28)
      convoy.stage = 'customs'
      return
    }
    const pool = poolOf(convoy.road)
    pool.petrol += convoy.petrol
    pool.diesel += convoy.diesel
    convoy.petrol = 0
    convoy.diesel = 0
  }

  /** Leaves part of the load in a town on the way that is short of fuel. */
  function passBy(convoy: Convoy, fromKm: number): void {
    for (const { km, depot } of convoy.road.stops) {
      if (fromKm >= km || convoy.km < km) continue
      const lack = Math.min(1, Math.max(0, (14 - coverOf(depot)) / 10))
      const count = Math.round(tankersOf(convoy) * 0.4 * lack)
      const petrol = takeOut(convoy, count)
      unload(depot, petrol * convoy.litresEach, (count - petrol) * convoy.litresEach)
      convoy.leftOnTheWay += count
      tallied.arrived += count
      tallied.litres += count * convoy.litresEach
    }
  }

  function arrive(convoy: Convoy, hour: number): void {
    convoy.km = convoy.road.km
    const { petrol, diesel, litresEach } = convoy
    unload(convoy.road.endsAt, petrol * litresEach, diesel * litresEach)
    tallied.arrived += petrol + diesel
    tallied.litres += (petrol + diesel) * litresEach
    enter(convoy, 'arrived', hour)
    convoy.petrol = 0
    convoy.diesel = 0
  }

  function strike(convoy: Convoy, hour: number): void {
    const { leg } = stretchAt(convoy.road, convoy.km)
    const total = tankersOf(convoy)
    const share = convoy.escorted
      ? dice.chance(0.12)
        ? dice.between(0.15, 0.4)
        : dice.between(0.01, 0.14)
      : dice.between(0.1, 0.55)
    const lost = Math.min(total, Math.max(dice.chance(0.85) ? 1 : 0, Math.round(total * share)))
    const captured = dice.chance(0.2) ? Math.round(lost * dice.between(0.3, 1)) : 0
    takeOut(convoy, lost)
    convoy.lost += lost
    tallied.lost += lost
    hazards.attacked(leg.id)
    const attack = {
      event: dice.uuid(),
      leg: leg.id,
      km: convoy.km,
      destroyed: lost - captured,
      captured,
      killed: dice.chance(0.6) ? dice.below(2 + lost / 2) : 0,
      soldiers: convoy.escorted && dice.chance(0.4) ? dice.below(8) : 0,
    }
    tell({ kind: 'attack', hour, convoy, attack })
    if (dice.chance(convoy.escorted ? 0.08 : 0.45)) {
      convoy.turnedBack = tankersOf(convoy)
      enter(convoy, 'turned_back', hour)
      // Those who turned back wait at the border with the others.
      const pool = poolOf(convoy.road)
      pool.petrol += convoy.petrol
      pool.diesel += convoy.diesel
      convoy.petrol = 0
      convoy.diesel = 0
      return
    }
    convoy.stage = 'attacked'
    convoy.waitsUntil = hour + 6 + dice.below(40)
  }

  function driveOne(convoy: Convoy, hour: number, turn: Turn): void {
    if (hour < convoy.waitsUntil || tankersOf(convoy) === 0) return
    const clock = hour % 24
    const isAbroad = convoy.km < convoy.road.borderKm
    if (clock < 5 || clock >= (isAbroad ? 22 : 19)) return
    if (convoy.stage === 'loading') enter(convoy, 'departed', hour)
    else if (convoy.stage !== 'in_transit' && convoy.stage !== 'escorted' && !isAbroad) {
      enter(convoy, convoy.escorted ? 'escorted' : 'in_transit', hour)
    }
    const before = convoy.km
    if (isAbroad) {
      convoy.km += dice.between(34, 52)
      if (convoy.km >= convoy.road.borderKm) reachBorder(convoy, hour, turn)
      return
    }
    convoy.km += convoy.escorted ? dice.between(12, 30) : dice.between(28, 42)
    if (convoy.road.stops.length > 0) passBy(convoy, before)
    if (convoy.km >= convoy.road.km) return arrive(convoy, hour)
    const { leg, risk } = stretchAt(convoy.road, convoy.km)
    const { hazard } = turn.traffic[convoy.road.axis]
    const heat = hazards.heat(leg.id)
    const crowd = Math.sqrt(tankersOf(convoy) / 20)
    const shelter = convoy.escorted ? 1 - turn.shelter : 1
    if (dice.chance(ATTACKS_AN_HOUR * risk * hazard * heat * crowd * shelter)) {
      return strike(convoy, hour)
    }
    if (convoy.escorted && heat > 2 && dice.chance(0.03)) {
      convoy.waitsUntil = hour + 10 + dice.below(36)
      enter(convoy, 'held', hour)
    }
  }

  return {
    waiting,
    load(hour, turn, coverDays) {
      for (const axis of AXES) loadOn(axis, hour, turn, coverDays)
    },
    escort(hour, turn) {
      for (const axis of AXES) sendEscorted(axis, hour, turn)
    },
    drive(hour, turn) {
      for (const convoy of moving) driveOne(convoy, hour, turn)
      if (hour % 12 === 0) moving = moving.filter((convoy) => tankersOf(convoy) > 0)
    },
    tally() {
      const counted = tallied
      tallied = { departed: 0, arrived: 0, lost: 0, litres: 0 }
      return counted
    },
  }
}
