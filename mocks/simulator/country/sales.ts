import type { Dice } from '#mocks/simulator/random.ts'
import { monthOfYear, weekdayOf } from '#mocks/simulator/calendar.ts'
import { DREGS, USUAL_FILL, waitHours } from './pumps.ts'
import type { Pumps } from './pumps.ts'

/** What people want of the stations, and what they get. Lists by town and product (2 × town + product). */
export type Sales = {
  /** An hour of selling and queuing. */
  hour(hour: number): void
  /** Closes the day: who got how much of what he wanted. `alarm` adds to what people want. */
  endDay(day: number, alarm: number): void
  /** Share 0–1 of what the town wanted that it did not get, of late. */
  unmet: Float64Array
  /** Litres sold by town and product on the last day. */
  sold: Float64Array
  /** Litres a vehicle may take, petrol and diesel; less than usual while fuel is rationed. */
  fill: [petrol: number, diesel: number]
  isRationed(): boolean
  /** Hours that one who comes at this hour waits at a pump; null where nothing is sold and nobody waits. */
  waitAt(pump: number, hour: number): number | null
}

/** Share of the day's custom that comes in each hour: before work, and on the way home. */
const CUSTOM_BY_HOUR = [
  0, 0, 0, 0, 0, 0.01, 0.05, 0.09, 0.09, 0.07, 0.06, 0.06, 0.05, 0.045, 0.045, 0.055, 0.07, 0.09,
  0.085, 0.06, 0.04, 0.02, 0.01, 0,
]
const CUSTOM_BY_WEEKDAY = [1.05, 1.03, 1.02, 1.03, 0.97, 1.08, 0.82]
/** From January: less is driven in the rains, more after the harvest. */
const CUSTOM_BY_MONTH = [1.01, 1, 1.02, 1.03, 1.03, 0.99, 0.95, 0.93, 0.95, 1, 1.04, 1.05]
/** A dry station where somebody heard of a lorry still draws some. */
const HOPE = 0.12
/** Hours that make half of those who come drive on. */
const PATIENCE_HOURS = 5
/** Square hours: a wait of a day and more puts off almost everybody. */
const DESPAIR = 300
/** Lorries set out before dawn at the earliest, and are there two hours later. */
const FIRST_DELIVERY = 6
const RATIONED_FILL = [8, 31] as const
/** Bamako rations below this share of what is wanted, and stops above the other. */
const RATIONED_ABOVE = 0.4
const FREE_BELOW = 0.2

export function makeSales(pumps: Pumps, dice: Dice): Sales {
  const { stock, usual, queue, rate, servedADay, servedToday, soldToday, drySince } = pumps
  const { tank, dueHour, dueLitres, suppliedAt } = pumps
  const count = stock.length
  const cells = pumps.towns.length * 2
  const cellOf = new Uint8Array(count)
  const usualOf = new Float64Array(cells)
  for (let pump = 0; pump < count; pump += 1) {
    const cell = 2 * (pumps.townOf[pump >> 1] ?? 0) + (pump & 1)
    cellOf[pump] = cell
    usualOf[cell] = (usualOf[cell] ?? 0) + (usual[pump] ?? 0)
  }
  const draws = new Float64Array(count)
  const drawn = new Float64Array(cells)
  const perDraw = new Float64Array(cells)
  const desire = new Float64Array(cells).fill(1)
  /** What people still drive when fuel was short for long: habits change slowly, and back more slowly. */
  const habit = new Float64Array(cells).fill(1)
  const unmet = new Float64Array(cells)
  const sold = new Float64Array(cells)
  const fill: [number, number] = [USUAL_FILL[0], USUAL_FILL[1]]
  let rationed = false
  let worry = 0

  function deliver(hour: number): void {
    if (hour % 24 < FIRST_DELIVERY) return
    for (let pump = 0; pump < count; pump += 1) {
      if (dueHour[pump] !== hour) continue
      stock[pump] = Math.min(
        tank[pump] as number,
        (stock[pump] as number) + (dueLitres[pump] as number),
      )
      dueHour[pump] = -1
      suppliedAt[pump] = hour
      drySince[pump] = -1
    }
  }

  function night(): void {
    // Some sleep in their cars, others give up.
    for (let pump = 0; pump < count; pump += 1) queue[pump] = (queue[pump] as number) * 0.985
  }

  function spreadCustom(custom: number): void {
    drawn.fill(0)
    for (let pump = 0; pump < count; pump += 1) {
      const draw =
        (stock[pump] as number) > DREGS ? (usual[pump] as number) : (usual[pump] as number) * HOPE
      draws[pump] = draw
      const cell = cellOf[pump] as number
      drawn[cell] = (drawn[cell] as number) + draw
    }
    for (let cell = 0; cell < cells; cell += 1) {
      const wanted = (usualOf[cell] as number) * custom * (desire[cell] as number)
      // Who may take only half comes back sooner, but not twice as often.
      const taken = ((USUAL_FILL[cell & 1] as number) + (fill[cell & 1] as number)) / 2
      perDraw[cell] = wanted / taken / (drawn[cell] as number)
    }
  }

  /** Serves some of those who wait, vehicles; the others stay, but for one in a hundred. */
  function serve(pump: number, waiting: number, served: number, hour: number): void {
    const litres = served * (fill[pump & 1] as number)
    const left = (stock[pump] as number) - litres
    stock[pump] = left
    queue[pump] = (waiting - served) * 0.99
    servedToday[pump] = (servedToday[pump] as number) + served
    soldToday[pump] = (soldToday[pump] as number) + litres
    if (left <= DREGS) drySince[pump] = hour
  }

  function sell(hour: number, custom: number): void {
    spreadCustom(custom)
    for (let pump = 0; pump < count; pump += 1) {
      const litres = stock[pump] as number
      const each = fill[pump & 1] as number
      const most = rate[pump] as number
      const waiting = queue[pump] as number
      const coming = (draws[pump] as number) * (perDraw[cellOf[pump] as number] as number)
      // Most often nobody waits and there is plenty: then there is nothing to reckon with but who comes.
      if (waiting < 1 && litres > most * each + DREGS) {
        const all = waiting + coming
        serve(pump, all, all < most ? all : most, hour)
        continue
      }
      const inTank = litres > DREGS ? litres / each : 0
      const wait =
        inTank >= waiting ? waiting / most : (24 * waiting) / ((servedADay[pump] as number) + 4)
      const all = waiting + coming / (1 + wait / PATIENCE_HOURS + (wait * wait) / DESPAIR)
      if (inTank === 0) queue[pump] = all * 0.95
      else serve(pump, all, Math.min(all, most, inTank), hour)
    }
  }

  return {
    unmet,
    sold,
    fill,
    isRationed: () => rationed,
    waitAt(pump, hour) {
      const custom = CUSTOM_BY_HOUR[hour % 24] ?? 0
      return waitHours(pumps, pump, { fill: fill[pump & 1] ?? 1, custom })
    },
    hour(hour) {
      deliver(hour)
      const custom = CUSTOM_BY_HOUR[hour % 24] ?? 0
      if (custom === 0) night()
      else sell(hour, custom)
    },
    endDay(day, alarm) {
      worry = Math.max(alarm, worry * 0.9)
      const season =
        (CUSTOM_BY_WEEKDAY[weekdayOf(day + 1)] ?? 1) *
        (CUSTOM_BY_MONTH[monthOfYear(day + 1) - 1] ?? 1)
      sold.fill(0)
      for (let pump = 0; pump < count; pump += 1) {
        const cell = cellOf[pump] as number
        sold[cell] = (sold[cell] as number) + (soldToday[pump] as number)
        servedADay[pump] = (servedADay[pump] as number) * 0.7 + (servedToday[pump] as number) * 0.3
        servedToday[pump] = 0
        soldToday[pump] = 0
      }
      for (let cell = 0; cell < cells; cell += 1) {
        const wanted = (usualOf[cell] as number) * (desire[cell] as number)
        const missed = Math.min(1, Math.max(0, 1 - (sold[cell] as number) / wanted))
        unmet[cell] = (unmet[cell] as number) * 0.75 + missed * 0.25
        const used = habit[cell] as number
        const aim = 1 - 0.5 * (unmet[cell] as number)
        habit[cell] = used + (aim - used) * (aim < used ? 0.05 : 0.02)
        const rush = 1 + worry + 0.7 * Math.min(0.5, unmet[cell] as number)
        desire[cell] = season * (habit[cell] as number) * rush * (1 + 0.08 * dice.bell())
      }
      if ((unmet[0] as number) > RATIONED_ABOVE) rationed = true
      if ((unmet[0] as number) < FREE_BELOW) rationed = false
      const allowed = rationed ? RATIONED_FILL : USUAL_FILL
      fill[0] = allowed[0]
      fill[1] = allowed[1]
    },
  }
}
