import type { Atlas } from '#domain/atlas.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { STATION_TOWNS } from '#mocks/simulator/station-towns.ts'
import type { Zone } from '#mocks/simulator/station-towns.ts'

export const PETROL = 0
export const FUELS = ['petrol', 'diesel'] as const

/** A town as drivers know it: whoever finds one station dry drives to the next. Bamako is one town. */
export type Town = {
  id: string
  zone: Zone
  depot: number
  /** Indices of its stations. */
  stations: readonly number[]
}

/**
 * Every station of the country. A pump is one product of one station, at index 2 × station + product (0 petrol,
 * 1 diesel); lists by town and product stand at 2 × town + product.
 */
export type Pumps = {
  places: readonly string[]
  towns: readonly Town[]
  townOf: Uint8Array
  /** Litres in the tank, and litres it holds. */
  stock: Float64Array
  tank: Float64Array
  /** Litres a day it sells in usual times. */
  usual: Float64Array
  /** Vehicles in front of it. */
  queue: Float64Array
  /** Vehicles it can serve in an hour. */
  rate: Float64Array
  /** Vehicles it served a day, of late. */
  servedADay: Float64Array
  /** Vehicles served and litres sold so far today. */
  servedToday: Float64Array
  soldToday: Float64Array
  /** Hour at which a lorry comes and what it brings, litres; −1 when none is on its way. */
  dueHour: Int32Array
  dueLitres: Float64Array
  /** Hour of the last delivery. */
  suppliedAt: Int32Array
  /** Hour since which it has had nothing to sell; −1 while it sells. */
  drySince: Int32Array
  /** 1 for the stations that serve ambulances, buses and the like alone while fuel is rationed. */
  priority: Uint8Array
}

/** Hours to be served once it is one's turn. */
const SERVICE_HOURS = 0.05

/** Litres below which a pump sells nothing more. */
export const DREGS = 60

const DEPOT_OF: Record<Zone, number> = {
  bamako: 0,
  segou: 0,
  mopti: 0,
  sikasso: 1,
  kayes: 2,
  north: 3,
}
/** Litres a day of one station in usual times, both products. */
const SALES: Record<Zone, number> = {
  bamako: 11_000,
  sikasso: 7_500,
  kayes: 7_500,
  segou: 8_000,
  mopti: 7_000,
  north: 4_500,
}
const PETROL_AT_THE_PUMP = 0.55
/** Litres a vehicle takes when nobody rations: motorcycles and lorries together. */
export const USUAL_FILL = [11, 38] as const

export function makePumps(atlas: Atlas, dice: Dice): Pumps {
  const places = [...atlas.places.values()].filter(({ kind }) => kind === 'station')
  const zones = new Map(STATION_TOWNS.map(([id, , zone]) => [id, zone]))
  const names: string[] = []
  const members: number[][] = []
  const townOf = new Uint8Array(places.length)
  for (const [index, { parent }] of places.entries()) {
    const id = parent === null ? '' : /^(bamako|senou)/.test(parent) ? 'bamako' : parent
    let town = names.indexOf(id)
    if (town < 0) town = names.push(id) - 1
    townOf[index] = town
    const list = members[town]
    if (list) list.push(index)
    else members[town] = [index]
  }
  const towns = names.map((id, index): Town => {
    const zone = zones.get(id) ?? 'bamako'
    return { id, zone, depot: DEPOT_OF[zone], stations: members[index] ?? [] }
  })
  const count = places.length * 2
  const numbers = () => new Float64Array(count)
  const pumps: Pumps = {
    places: places.map(({ id }) => id),
    towns,
    townOf,
    stock: numbers(),
    tank: numbers(),
    usual: numbers(),
    queue: numbers(),
    rate: numbers(),
    servedADay: numbers(),
    servedToday: numbers(),
    soldToday: numbers(),
    dueHour: new Int32Array(count).fill(-1),
    dueLitres: numbers(),
    suppliedAt: new Int32Array(count),
    drySince: new Int32Array(count).fill(-1),
    priority: new Uint8Array(places.length),
  }
  for (let station = 0; station < places.length; station += 1) furnish(pumps, station, dice)
  return pumps
}

function furnish(pumps: Pumps, station: number, dice: Dice): void {
  const town = pumps.towns[pumps.townOf[station] ?? 0] as Town
  const size = (1 + 0.9 * dice.bell()) * SALES[town.zone] * (town.stations.length < 6 ? 0.6 : 1)
  for (let product = 0; product < 2; product += 1) {
    const pump = 2 * station + product
    const share = product === PETROL ? PETROL_AT_THE_PUMP : 1 - PETROL_AT_THE_PUMP
    const usual = Math.max(600, size * share * (1 + 0.4 * dice.bell()))
    pumps.usual[pump] = usual
    pumps.tank[pump] = usual > 5_000 ? 30_000 : usual > 2_500 ? 20_000 : 12_000
    pumps.stock[pump] = (pumps.tank[pump] ?? 0) * dice.between(0.35, 0.95)
    const fill = USUAL_FILL[product] ?? 1
    // At the busiest hour of a usual day, a tenth of the custom, one pump in two or three is idle.
    pumps.rate[pump] = Math.max(6, (usual / fill) * dice.between(0.108, 0.2))
    pumps.servedADay[pump] = usual / fill
  }
  pumps.priority[station] = town.id === 'bamako' && dice.chance(0.1) ? 1 : 0
}

/**
 * Hours from joining the queue at a pump to leaving it: what stands in the tank serves the first, the others wait
 * for lorries that come as they came of late. `fill` is litres a vehicle, `custom` the share of the day's customers that
 * come in this hour. Null for a pump that sells nothing and before which nobody waits.
 */
export function waitHours(
  pumps: Pumps,
  pump: number,
  { fill, custom }: { fill: number; custom: number },
): number | null {
  const queue = pumps.queue[pump] ?? 0
  const rate = pumps.rate[pump] ?? 1
  const stock = pumps.stock[pump] ?? 0
  if (stock > DREGS && stock / fill >= queue) {
    const busy = Math.min(0.92, ((pumps.servedADay[pump] ?? 0) * custom) / rate)
    return SERVICE_HOURS + (queue + busy / (1 - busy)) / rate
  }
  if (stock <= DREGS && queue < 1) return null
  return (24 * queue) / Math.max(4, pumps.servedADay[pump] ?? 0)
}
