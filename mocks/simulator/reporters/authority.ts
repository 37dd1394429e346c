import type { Axis } from '#domain/corridor.ts'
import type { Estimate } from '#domain/estimate.ts'
import type { Position } from '#domain/position.ts'
import type { Atlas } from '#domain/atlas.ts'
import { dayText, MINUTES_A_DAY } from '#mocks/simulator/calendar.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import { DREGS } from '#mocks/simulator/country/pumps.ts'
import { OFFICIAL_XOF } from '#mocks/simulator/country/street.ts'
import { USUAL_TANKERS_A_WEEK } from '#mocks/simulator/country/turns.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import { figure } from './figures.ts'
import { priceOf } from './prices.ts'
import { AUTHORITY, bulletin, CUSTOMS } from './published.ts'
import type { Printer } from './published.ts'
import { positionOf } from './queues.ts'

type Parts = { country: Country; atlas: Atlas; dice: Dice; printer: Printer }

/** What officials give out: weekly counts that look on the bright side, monthly customs figures, tariffs. */
export type Authority = { morning(day: number): void }

const AXES = ['ci', 'sn', 'gn', 'ne'] as const satisfies readonly Axis[]
const onAxis = (axis: Axis) => ({ axis, corridor: null, leg: null })
/** Above this share of unmet need the authority has other cares than to count. */
const TOO_BAD_TO_TELL = 0.55

export function makeAuthority({ country, atlas, dice, printer }: Parts): Authority {
  const { convoys, depots, sales, pumps } = country
  const mali = positionOf('mali', atlas)
  let week = countsNow()
  let told: Counts | null = null
  let litresAtMonthStart = 0
  let toTellOn = -1

  type Counts = { tankers: Record<Axis, number>; litres: number; rosy: number }

  function countsNow(): Counts {
    const tankers = { ci: 0, sn: 0, gn: 0, ne: 0 }
    for (const axis of AXES) tankers[axis] = convoys.arrivedBy(axis)
    return { tankers, litres: convoys.litresArrived(), rosy: 1 }
  }

  function closeWeek(day: number): void {
    const now = countsNow()
    const tankers = { ci: 0, sn: 0, gn: 0, ne: 0 }
    for (const axis of AXES) tankers[axis] = now.tankers[axis] - week.tankers[axis]
    told = { tankers, litres: now.litres - week.litres, rosy: dice.between(1, 1.12) }
    week = now
    const isSilent = (sales.unmet[0] ?? 0) > TOO_BAD_TO_TELL && dice.chance(0.6)
    toTellOn = isSilent || dice.chance(0.02) ? -1 : day + (dice.chance(0.88) ? 1 : 2)
  }

  /** The week that ended on the Sunday before `monday`, whole and by way in, in one bulletin. */
  function tellWeek({ tankers, litres, rosy }: Counts, monday: number, minute: number): void {
    const event = dice.uuid()
    const about = {
      day: monday - 7,
      until: monday - 1,
      position: mali,
      credibility: dice.chance(0.3) ? 1 : 2,
    } as const
    const total = AXES.reduce((sum, axis) => sum + tankers[axis], 0)
    const said = (count: number) => figure(Math.round(count * rosy))
    const whole = { ...about, event: { id: event, role: 'total' } } as const
    printer.publish(AUTHORITY, minute, whole, bulletin('tankers_arrived', said(total), 'tankers'))
    const inLitres = figure(Math.round((litres * rosy) / 100) * 100)
    printer.publish(AUTHORITY, minute, whole, bulletin('litres_delivered', inLitres, 'L'))
    for (const axis of AXES) {
      if (tankers[axis] === 0 || (tankers[axis] < 25 && dice.chance(0.12))) continue
      const part = { ...about, corridor: onAxis(axis), event: { id: event, role: 'part' } } as const
      const body = bulletin('tankers_arrived', said(tankers[axis]), 'tankers')
      printer.publish(AUTHORITY, minute, part, body)
    }
    if (dice.chance(0.7)) {
      const share = Math.min(1, suppliedShare() * 0.85 + dice.between(0.08, 0.2))
      const rounded = figure(Math.round(share * 1_000) / 1_000)
      const rate = { ...about, credibility: 3 } as const
      printer.publish(
        AUTHORITY,
        minute,
        rate,
        bulletin('stations_resupplied_share', rounded, 'share'),
      )
    }
  }

  function suppliedShare(): number {
    const count = pumps.places.length
    let supplied = 0
    for (let station = 0; station < count; station += 1) {
      if ((pumps.stock[2 * station] ?? 0) > DREGS) supplied += 1
    }
    return supplied / Math.max(1, count)
  }

  function tellCover(day: number, minute: number): void {
    const days = depots.coverDays() * dice.between(1, 1.25)
    const half = (value: number) => Math.round(value * 2) / 2
    const value: Estimate = { low: half(days * 0.85), best: half(days), high: half(days * 1.2) }
    const about = { day, position: mali, credibility: 3 } as const
    printer.publish(AUTHORITY, minute, about, bulletin('days_of_cover', value, 'days'))
  }

  function tellTariff(day: number, minute: number): void {
    for (const product of [0, 1]) {
      const about = { day, position: mali, credibility: 1 } as const
      const body = priceOf(product, 'ceiling', OFFICIAL_XOF[product] ?? 0, 1)
      printer.publish(AUTHORITY, minute, about, body)
    }
  }

  /** Customs count what they tax: the month before, and no optimism. */
  function tellMonth(first: number, last: number, position: Position, minute: number): void {
    const litres = convoys.litresArrived() - litresAtMonthStart
    litresAtMonthStart = convoys.litresArrived()
    if (last - first < 20) return
    const value = figure(Math.round(litres / 100_000) * 100_000)
    const about = { day: first, until: last, precision: 'month', position, credibility: 2 } as const
    printer.publish(CUSTOMS, minute, about, bulletin('litres_imported', value, 'L'))
  }

  function tellBaselines(day: number, minute: number): void {
    for (const axis of AXES) {
      const perDay = figure(Math.round(USUAL_TANKERS_A_WEEK[axis] / 7))
      const about = { day, position: null, corridor: onAxis(axis), credibility: 3 } as const
      printer.publish(AUTHORITY, minute, about, bulletin('trucks_per_day', perDay, 'trucks/day'))
    }
  }

  let monthBegan = 0

  return {
    morning(day) {
      const minute = day * MINUTES_A_DAY + 540 + dice.below(480)
      const date = Number(dayText(day).slice(8))
      if (day % 7 === 0 && day > 0) closeWeek(day)
      if (day === toTellOn && told) tellWeek(told, day - (day % 7), minute)
      if (day === 0 || date === 24) tellTariff(day, minute)
      if (date === 1 && day > 0) {
        tellMonth(monthBegan, day - 1, mali, minute + (8 + dice.below(9)) * MINUTES_A_DAY)
        monthBegan = day
      }
      if (day === 34 || day === 140 || day === 195) tellBaselines(day, minute)
      // In quiet times nobody asks what is in the depots.
      const isAsked = (sales.unmet[0] ?? 0) > 0.05 || depots.coverDays() < 9
      if (dice.chance(isAsked ? 0.16 : 0.035)) tellCover(day, minute)
    },
  }
}
