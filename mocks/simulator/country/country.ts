import { dayText } from '#mocks/simulator/calendar.ts'
import { diceFor } from '#mocks/simulator/random.ts'
import type { SimulationParts, TruthOfDay } from '#mocks/simulator/simulation.ts'
import type { RoadEvent } from './convoy.ts'
import { makeConvoys } from './convoys.ts'
import type { Convoys } from './convoys.ts'
import { makeDepots } from './depots.ts'
import type { Depots } from './depots.ts'
import { makeHazards } from './hazards.ts'
import { DREGS, makePumps, PETROL } from './pumps.ts'
import type { Pumps } from './pumps.ts'
import { roadsOf } from './roads.ts'
import type { Road } from './roads.ts'
import { makeSales } from './sales.ts'
import type { Sales } from './sales.ts'
import { makeStreet } from './street.ts'
import type { Street } from './street.ts'
import { turnsOf } from './turns.ts'
import type { Turn } from './turns.ts'

/** The simulated country as it really is; reporters look at it, readers never do. */
export type Country = {
  roads: readonly Road[]
  pumps: Pumps
  sales: Sales
  street: Street
  depots: Depots
  convoys: Convoys
  /** What happened on the roads in the hour just lived; emptied by the next. */
  events: RoadEvent[]
  turn(): Turn
  /** Lives through the next hour; gives its number since the history began. */
  liveAnHour(): number
  truth: TruthOfDay[]
}

const LOADING_HOUR = 6
const ALLOTTING_HOUR = 4
/** When the country is looked at to say how a day was. */
const NOTED_HOUR = 16
/** Vehicles a day that a station serves which sells at all. */
const SELLS_AT_ALL = 2

export function makeCountry({ scenario, seed, atlas }: SimulationParts): Country {
  const dice = (purpose: string) => diceFor(seed, `${scenario} ${purpose}`)
  const turns = turnsOf(scenario)
  const roads = roadsOf(atlas)
  const hazards = makeHazards()
  const pumps = makePumps(atlas, dice('pumps'))
  const sales = makeSales(pumps, dice('sales'))
  const depots = makeDepots(pumps, dice('depots'))
  const street = makeStreet(pumps.towns.length * 2, dice('street'))
  const events: RoadEvent[] = []
  const convoys = makeConvoys({
    roads,
    hazards,
    dice: dice('convoys'),
    unload: (depot, petrol, diesel) => depots.unload(depot, petrol, diesel),
    petrolShare: () => depots.petrolWanted(),
    coverOf: (depot) => depots.coverOf(depot),
    tell: (event) => events.push(event),
  })
  const truth: TruthOfDay[] = []
  let hour = -1
  let turn = turns[0] as Turn
  let seen: Pick<TruthOfDay, 'suppliedShareBamako' | 'waitHoursBamako'> = {
    suppliedShareBamako: 1,
    waitHoursBamako: null,
  }

  function endDay(day: number): void {
    const isNews = turn.day === day
    sales.endDay(day, isNews ? turn.alarm : 0)
    street.endDay(sales.unmet)
    hazards.endDay()
    const { departed, arrived, lost, litres } = convoys.tally()
    truth.push({
      day: dayText(day),
      tankersDeparted: departed,
      tankersArrived: arrived,
      tankersLost: lost,
      litresArrived: litres,
      litresUsed: sales.sold.reduce((total, each) => total + each, 0) + depots.tally(),
      coverDays: depots.coverDays(),
      ...seen,
      premiumBamako: street.premium[PETROL] ?? 1,
    })
  }

  return {
    roads,
    pumps,
    sales,
    street,
    depots,
    convoys,
    events,
    truth,
    turn: () => turn,
    liveAnHour() {
      hour += 1
      events.length = 0
      const [day, clock] = [Math.floor(hour / 24), hour % 24]
      if (clock === 0) turn = turns.findLast((each) => each.day <= day) ?? turn
      if (clock === ALLOTTING_HOUR) depots.allot(hour, turn.inland)
      if (clock === LOADING_HOUR) {
        convoys.load(hour, turn, depots.coverDays())
        convoys.escort(hour, turn)
      }
      convoys.drive(hour, turn)
      sales.hour(hour)
      if (clock === NOTED_HOUR) seen = lookAtBamako(pumps, sales)
      if (clock === 23) endDay(day)
      return hour
    },
  }
}

function lookAtBamako(pumps: Pumps, sales: Sales) {
  const stations = pumps.towns[0]?.stations ?? []
  const waits = new Float64Array(stations.length)
  let selling = 0
  let timed = 0
  for (const station of stations) {
    const pump = 2 * station + PETROL
    if ((pumps.stock[pump] ?? 0) > DREGS) selling += 1
    const wait = sales.waitAt(pump, NOTED_HOUR)
    if (wait === null || (pumps.servedADay[pump] ?? 0) <= SELLS_AT_ALL) continue
    waits[timed] = wait
    timed += 1
  }
  const sorted = waits.subarray(0, timed).toSorted()
  return {
    suppliedShareBamako: selling / Math.max(1, stations.length),
    waitHoursBamako: timed === 0 ? null : (sorted[timed >> 1] ?? null),
  }
}
