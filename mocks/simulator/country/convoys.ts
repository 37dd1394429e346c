import type { Axis } from '#domain/corridor.ts'
import type { ConvoyStage } from '#domain/convoy-report.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { attackChance, strike } from './attack.ts'
import { makeBorders } from './borders.ts'
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
  /** Tankers that wait at the borders of an axis for an escort. */
  waiting: (axis: Axis) => number
  /** Tankers that ever arrived by an axis, and in what they brought all together, litres. */
  arrivedBy: (axis: Axis) => number
  litresArrived(): number
}

type Parts = {
  roads: readonly Road[]
  hazards: Hazards
  dice: Dice
  /** Takes the fuel of tankers that reach a depot, litres. */
  unload: (depot: number, petrol: number, diesel: number) => void
  /** Days that a depot's stock would last: those on the way take what they lack. */
  coverOf: (depot: number) => number
  /** Share 0–1 of petrol in what is ordered. */
  petrolShare: () => number
  tell: (event: RoadEvent) => void
}

const AXES = ['ci', 'sn', 'gn', 'ne'] as const
/** Fewer lorries are loaded on Fridays and Sundays. */
const LOADING_BY_WEEKDAY = [1.1, 1.1, 1.05, 1.1, 0.9, 1, 0.75]
const WANTED_COVER_DAYS = 15
/** Nobody drives at night, and in Mali nobody after dark. */
const FIRST_HOUR = 5
const LAST_HOUR_IN_MALI = 19
const LAST_HOUR_ABROAD = 22
const NAMES = ['Karité', 'Néré', 'Balanzan', 'Rônier', 'Fromager', 'Calao', 'Tamarin', 'Doum']

export function makeConvoys({
  roads,
  hazards,
  dice,
  unload,
  coverOf,
  petrolShare,
  tell,
}: Parts): Convoys {
  const borders = makeBorders(roads, dice)
  let moving: Convoy[] = []
  let named = 0
  const arrived: Record<Axis, number> = { ci: 0, sn: 0, gn: 0, ne: 0 }
  let litresArrived = 0
  let tallied = { departed: 0, arrived: 0, lost: 0, litres: 0 }

  function setOut(road: Road, km: number, petrol: number, diesel: number): Convoy {
    named += 1
    const convoy: Convoy = {
      name: `Convoi ${NAMES[named % NAMES.length] ?? ''} ${named}`,
      event: dice.uuid(),
      road,
      km,
      petrol,
      diesel,
      litresEach: 46_000 + 1_600 * dice.bell(),
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
    tell({ kind: 'stage', hour, convoy, stage, km: convoy.km, tankers: tankersOf(convoy) })
  }

  function loadOn(axis: Axis, hour: number, turn: Turn, coverDays: number): void {
    const lack = Math.min(1.4, Math.max(0.5, 1 + (WANTED_COVER_DAYS - coverDays) * 0.06))
    // Nobody sends more lorries to stand in a queue that does not move.
    const patience = 1 / (1 + borders.waiting(axis) / 450)
    const weekday = LOADING_BY_WEEKDAY[Math.floor(hour / 24) % 7] ?? 1
    const usual = (USUAL_TANKERS_A_WEEK[axis] / 7) * weekday * (1 + 0.4 * dice.bell())
    let left = dice.around(usual * turn.traffic[axis].loading * lack * patience)
    tallied.departed += left
    const choice = roads.filter((road) => road.axis === axis)
    while (left > 0) {
      const group = Math.min(left, 6 + dice.below(16))
      const road = chosen(choice)
      const share = petrolShare() + 0.2 * dice.bell()
      const petrol = Math.round(group * Math.min(1, Math.max(0, share)))
      const convoy = setOut(road, dice.pick(road.origins), petrol, group - petrol)
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

  function reachBorder(convoy: Convoy, hour: number, turn: Turn): void {
    convoy.km = convoy.road.borderKm
    enter(convoy, 'at_border', hour)
    if (!dice.chance(turn.traffic[convoy.road.axis].alone)) return borders.park(convoy)
    convoy.waitsUntil = hour + 8 + dice.below(28)
    convoy.stage = 'customs'
  }

  /** Leaves part of the load in a town on the way that is short of fuel. */
  function passBy(convoy: Convoy, fromKm: number): void {
    for (const { km, depot } of convoy.road.stops) {
      if (fromKm >= km || convoy.km < km) continue
      const lack = Math.min(1, Math.max(0, (12 - coverOf(depot)) / 8))
      const count = Math.round(tankersOf(convoy) * 0.6 * lack)
      const petrol = takeOut(convoy, count)
      convoy.leftOnTheWay += count
      deliver(depot, convoy, petrol, count - petrol)
    }
  }

  function deliver(depot: number, convoy: Convoy, petrol: number, diesel: number): void {
    const { litresEach } = convoy
    arrived[convoy.road.axis] += petrol + diesel
    litresArrived += (petrol + diesel) * litresEach
    unload(depot, petrol * litresEach, diesel * litresEach)
    tallied.arrived += petrol + diesel
    tallied.litres += (petrol + diesel) * litresEach
  }

  function arrive(convoy: Convoy, hour: number): void {
    convoy.km = convoy.road.km
    deliver(convoy.road.endsAt, convoy, convoy.petrol, convoy.diesel)
    enter(convoy, 'arrived', hour)
    convoy.petrol = 0
    convoy.diesel = 0
  }

  function suffer(convoy: Convoy, hour: number): void {
    const attack = strike(convoy, dice)
    tallied.lost += attack.destroyed + attack.captured
    hazards.attacked(attack.leg)
    tell({ kind: 'attack', hour, convoy, attack })
    if (dice.chance(convoy.escorted ? 0.08 : 0.45)) {
      convoy.turnedBack = tankersOf(convoy)
      enter(convoy, 'turned_back', hour)
      return borders.park(convoy)
    }
    enter(convoy, 'attacked', hour)
    convoy.waitsUntil = hour + 6 + dice.below(40)
  }

  function driveAbroad(convoy: Convoy, hour: number, turn: Turn): void {
    convoy.km += dice.between(34, 52)
    if (convoy.km >= convoy.road.borderKm) reachBorder(convoy, hour, turn)
  }

  function driveInMali(convoy: Convoy, hour: number, turn: Turn): void {
    const before = convoy.km
    convoy.km += convoy.escorted ? dice.between(12, 30) : dice.between(28, 42)
    if (convoy.road.stops.length > 0) passBy(convoy, before)
    if (convoy.km >= convoy.road.km) return arrive(convoy, hour)
    const heat = hazards.heat(stretchAt(convoy.road, convoy.km).leg.id)
    const { hazard } = turn.traffic[convoy.road.axis]
    if (dice.chance(attackChance(convoy, { hazard, heat, shelter: turn.shelter }))) {
      return suffer(convoy, hour)
    }
    if (convoy.escorted && heat > 2 && dice.chance(0.03)) {
      convoy.waitsUntil = hour + 10 + dice.below(36)
      enter(convoy, 'held', hour)
    }
  }

  function driveOne(convoy: Convoy, hour: number, turn: Turn): void {
    if (hour < convoy.waitsUntil || tankersOf(convoy) === 0) return
    const isAbroad = convoy.km < convoy.road.borderKm
    if (!isAbroad && hour % 24 >= LAST_HOUR_IN_MALI) return
    if (convoy.stage === 'loading') enter(convoy, 'departed', hour)
    if (isAbroad) return driveAbroad(convoy, hour, turn)
    if (convoy.stage !== 'in_transit' && convoy.stage !== 'escorted') {
      enter(convoy, convoy.escorted ? 'escorted' : 'in_transit', hour)
    }
    driveInMali(convoy, hour, turn)
  }

  return {
    waiting: (axis) => borders.waiting(axis),
    arrivedBy: (axis) => arrived[axis],
    litresArrived: () => litresArrived,
    load(hour, turn, coverDays) {
      for (const axis of AXES) loadOn(axis, hour, turn, coverDays)
    },
    escort(hour, turn) {
      borders.endDay()
      for (const axis of AXES) {
        const called = borders.called(axis, turn.traffic[axis])
        if (called === null) continue
        const convoy = setOut(called.road, called.road.borderKm, called.petrol, called.diesel)
        convoy.escorted = true
        convoy.waitsUntil = hour + 6 + dice.below(30)
        enter(convoy, 'assembling', hour)
      }
    },
    drive(hour, turn) {
      if (hour % 24 < FIRST_HOUR || hour % 24 >= LAST_HOUR_ABROAD) return
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
