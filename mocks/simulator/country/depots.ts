import type { Dice } from '#mocks/simulator/random.ts'
import type { Pumps } from './pumps.ts'

/** What is stored in the depots and who gets it. Litres; lists by depot and product (2 × depot + product). */
export type Depots = {
  stock: Float64Array
  unload(depot: number, petrol: number, diesel: number): void
  /** Days that a depot's stock would last at the usual use of those it supplies. */
  coverOf(depot: number): number
  /** Days that everything in the country, depots and stations, would last at the usual use. */
  coverDays(): number
  /** Share 0–1 of petrol in what importers order: more of what there is less of. */
  petrolWanted(): number
  /** Gives power stations, mines and stations their share of the day. `inland`: 0–1, how open the way to Mopti is. */
  allot(hour: number, inland: number): void
  /** Litres that others than stations used, since the last call. */
  tally(): number
  /** Share 0–1 of its usual diesel that the power company gets, of late. */
  powerShare(): number
}

/** Litres a day of usual use in the whole country: 1,170 tankers a week. */
const USUAL_USE = (1_170 * 46_000) / 7
/** How the use of others than stations (power, mines, building, farms) lies around the depots. */
const OTHERS = [0.76, 0.11, 0.12, 0.01]
const PETROL_OF_OTHERS = 0.3
const FIRST_COVER_DAYS = 13.5
/** Below so many days of stock the depots begin to share out. */
const THRIFTY_BELOW_DAYS = 13
const REORDER_BELOW = 0.5
const HABITS_CHANGE = 0.025

export function makeDepots(pumps: Pumps, dice: Dice): Depots {
  const { places, towns, townOf, usual, tank, priority, dueHour, dueLitres } = pumps
  const stock = new Float64Array(8)
  const atStations = new Float64Array(8)
  for (let pump = 0; pump < usual.length; pump += 1) {
    const cell = 2 * (towns[townOf[pump >> 1] ?? 0]?.depot ?? 0) + (pump & 1)
    atStations[cell] = (atStations[cell] ?? 0) + (usual[pump] ?? 0)
  }
  const pumped = atStations.reduce((total, litres) => total + litres, 0)
  const others = new Float64Array(8)
  for (let cell = 0; cell < 8; cell += 1) {
    const fuel = cell & 1 ? 1 - PETROL_OF_OTHERS : PETROL_OF_OTHERS
    others[cell] = (USUAL_USE - pumped) * (OTHERS[cell >> 1] ?? 0) * fuel
    stock[cell] = FIRST_COVER_DAYS * ((atStations[cell] ?? 0) + (others[cell] ?? 0))
  }
  /** What others use while they are short: they learn to do with less, and want it back slowly. */
  const habit = new Float64Array(8).fill(1)
  const reachable = new Uint8Array(towns.length).fill(1)
  let used = 0
  let power = 1

  const needOf = (cell: number) => (atStations[cell] ?? 0) + (others[cell] ?? 0)
  const coverOf = (depot: number) =>
    ((stock[2 * depot] ?? 0) + (stock[2 * depot + 1] ?? 0)) /
    (needOf(2 * depot) + needOf(2 * depot + 1))

  function supplyOthers(cell: number): void {
    const thrift = Math.min(1, (stock[cell] ?? 0) / needOf(cell) / THRIFTY_BELOW_DAYS)
    const wanted = (others[cell] ?? 0) * (habit[cell] ?? 1)
    const given = Math.min(wanted * (0.12 + 0.88 * thrift), (stock[cell] ?? 0) * 0.35)
    stock[cell] = (stock[cell] ?? 0) - given
    used += given
    const aim = Math.max(0.55, given / (others[cell] ?? 1))
    habit[cell] =
      (habit[cell] ?? 1) + (Math.min(1, aim + 0.05) - (habit[cell] ?? 1)) * HABITS_CHANGE
    if (cell === 1) power = power * 0.8 + 0.2 * Math.min(1, given / (others[1] ?? 1))
  }

  const isWaiting = (pump: number) =>
    dueHour[pump] === -1 &&
    reachable[townOf[pump >> 1] as number] === 1 &&
    (pumps.stock[pump] as number) < (tank[pump] as number) * REORDER_BELOW

  function supplyStations(depot: number, product: number, hour: number): void {
    const cell = 2 * depot + product
    const needed = atStations[cell] ?? 0
    let left = Math.min((stock[cell] ?? 0) * 0.5, needed * 1.7)
    const isShort = left < needed * 0.9
    const count = places.length
    // Nobody is always first: the lorries begin their round somewhere else each day.
    const start = dice.below(count)
    for (let round = isShort ? 0 : 1; round < 2 && left > 1_000; round += 1) {
      for (let step = 0; step < count && left > 1_000; step += 1) {
        const station = (start + step * 7) % count
        if (towns[townOf[station] as number]?.depot !== depot) continue
        if (round === 0 && priority[station] === 0) continue
        const pump = 2 * station + product
        if (!isWaiting(pump)) continue
        if (isShort && round === 1 && dice.chance(0.35)) continue
        const room = (tank[pump] as number) * 0.94 - (pumps.stock[pump] as number)
        const load = Math.min(room, isShort ? dice.between(4_000, 11_000) : room, left)
        dueHour[pump] = hour + 2 + dice.below(14)
        dueLitres[pump] = load
        left -= load
        stock[cell] = (stock[cell] ?? 0) - load
      }
    }
  }

  return {
    stock,
    coverOf,
    coverDays() {
      let total = 0
      for (let cell = 0; cell < stock.length; cell += 1) total += stock[cell] ?? 0
      for (let pump = 0; pump < usual.length; pump += 1) total += pumps.stock[pump] ?? 0
      return total / USUAL_USE
    },
    petrolWanted() {
      const need = (fuel: number) => needOf(fuel) + needOf(fuel + 2) + needOf(fuel + 4)
      const held = (fuel: number) =>
        (stock[fuel] ?? 0) + (stock[fuel + 2] ?? 0) + (stock[fuel + 4] ?? 0)
      const lead = held(0) / need(0) - held(1) / need(1)
      return Math.min(0.6, Math.max(0.2, need(0) / (need(0) + need(1)) - 0.03 * lead))
    },
    unload(depot, petrol, diesel) {
      stock[2 * depot] = (stock[2 * depot] ?? 0) + petrol
      stock[2 * depot + 1] = (stock[2 * depot + 1] ?? 0) + diesel
    },
    allot(hour, inland) {
      for (const [index, { zone }] of towns.entries()) {
        reachable[index] = zone !== 'mopti' || dice.chance(inland) ? 1 : 0
      }
      for (let cell = 0; cell < 8; cell += 1) supplyOthers(cell)
      for (let depot = 0; depot < 4; depot += 1) {
        supplyStations(depot, 0, hour)
        supplyStations(depot, 1, hour)
      }
    },
    tally() {
      const counted = used
      used = 0
      return counted
    },
    powerShare: () => power,
  }
}
