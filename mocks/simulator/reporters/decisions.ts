import type { Atlas } from '#domain/atlas.ts'
import type { BulletinMetric } from '#domain/bulletin.ts'
import type { Axis } from '#domain/corridor.ts'
import type { Day } from '#domain/time.ts'
import { dayIndex, dayText, MINUTES_A_DAY } from '#mocks/simulator/calendar.ts'
import type { Country } from '#mocks/simulator/country/country.ts'
import type { Dice } from '#mocks/simulator/random.ts'
import type { Scenario } from '#mocks/simulator/scenario.ts'
import { figure } from './figures.ts'
import { AUTHORITY, bulletin, PRESS } from './published.ts'
import type { Outlet, Printer } from './published.ts'
import { positionOf } from './queues.ts'

type Parts = { country: Country; atlas: Atlas; dice: Dice; printer: Printer; scenario: Scenario }

/** What was decided or declared, and who printed it. */
export type Decisions = { morning(day: number): void }

type Dated = { on: Day; metric: BulletinMetric; value: number; place: string | null; axis?: Axis }

const blockade = (on: Day): Dated => ({
  on,
  metric: 'blockade_declared',
  value: 1,
  place: 'area-kayes-nioro',
})
const stoppage = (on: Day, value: 0 | 1): Dated => ({
  on,
  metric: 'transport_suspended',
  value,
  place: null,
  axis: 'sn',
})

/** What comes from outside the model, by scenario. The rest is decided by how the country fares. */
const DATED: Record<Scenario, readonly Dated[]> = {
  blockade: [
    blockade('2025-09-03'),
    stoppage('2025-09-19', 1),
    stoppage('2025-09-27', 0),
    { on: '2025-11-18', metric: 'drivers_declared_targets', value: 1, place: 'mali' },
    stoppage('2026-01-30', 1),
    stoppage('2026-02-12', 0),
  ],
  calm: [],
  'senegal-axis-cut': [
    blockade('2025-09-03'),
    stoppage('2025-09-23', 1),
    stoppage('2025-12-02', 1),
    stoppage('2026-02-01', 1),
    stoppage('2026-03-02', 0),
  ],
  'escort-holds': [blockade('2025-09-03')],
}

/** Days in a row with hardly a station open before schools are shut, and for how long. */
const DAYS_ENDURED = 9
const SCHOOLS_SHUT_DAYS = 14
const HARDLY_ANY = 0.24

export function makeDecisions({ country, atlas, dice, printer, scenario }: Parts): Decisions {
  const { sales, depots, truth } = country
  const mali = positionOf('mali', atlas)
  const bamako = positionOf('bamako', atlas)
  const dated = DATED[scenario].map((each) => ({ ...each, day: dayIndex(each.on) }))
  let wasRationed = false
  let endured = 0
  let reopensOn = -1
  let isDieselKept = false

  function decree(day: number, metric: BulletinMetric, value: number, unit: string): void {
    const minute = day * MINUTES_A_DAY + 600 + dice.below(500)
    const about = { day, position: bamako, credibility: 1 } as const
    printer.publish(AUTHORITY, minute, about, bulletin(metric, figure(value), unit))
    if (dice.chance(0.6)) quote(dice.pick(PRESS), day, metric, value, unit)
  }

  function quote(
    outlet: Outlet,
    day: number,
    metric: BulletinMetric,
    value: number,
    unit: string,
  ): void {
    const minute = (day + 1) * MINUTES_A_DAY + dice.below(900)
    const about = { day, position: bamako, credibility: 2 } as const
    printer.publish(outlet, minute, about, bulletin(metric, figure(value), unit))
  }

  function tellDated(day: number): void {
    for (const { day: on, metric, value, place, axis } of dated) {
      if (on !== day) continue
      for (const [nth, outlet] of PRESS.slice(0, 2 + dice.below(3)).entries()) {
        // They do not agree on the day.
        const about = {
          day: metric === 'blockade_declared' && nth === 1 ? day + 1 : day,
          position: place === null ? null : positionOf(place, atlas),
          corridor: axis ? { axis, corridor: null, leg: null } : null,
          credibility: outlet.reliability === 'B' ? 2 : 3,
        } as const
        const minute = (day + 1) * MINUTES_A_DAY + 300 + dice.below(1_200)
        printer.publish(outlet, minute, about, bulletin(metric, figure(value), 'flag'))
      }
    }
  }

  function decideRations(day: number): void {
    const isRationed = sales.isRationed()
    if (isRationed && !wasRationed) {
      decree(day, 'ration_xof', 10_000, 'XOF')
      if (dice.chance(0.7)) decree(day + 2, 'priority_stations', 8 + dice.below(5), 'stations')
    } else if (!isRationed && wasRationed && dice.chance(0.7)) {
      decree(day, 'refuel_interval_hours', 72, 'h')
    }
    wasRationed = isRationed
  }

  function decideSchools(day: number): void {
    const supplied = truth.at(-1)?.suppliedShareBamako ?? 1
    endured = supplied < HARDLY_ANY ? endured + 1 : Math.max(0, endured - 2)
    if (reopensOn === day) decree(day, 'schools_reopened', 1, 'flag')
    if (endured < DAYS_ENDURED || day < reopensOn + 30) return
    reopensOn = day + SCHOOLS_SHUT_DAYS
    decree(day, 'school_closure_days', SCHOOLS_SHUT_DAYS, 'days')
  }

  function tellOfPower(day: number): void {
    const power = depots.powerShare()
    if (dice.chance(power < 0.7 ? 0.16 : 0.03)) {
      const hours = Math.max(3, Math.round(3 + 18 * power + 2 * dice.bell()))
      const minute = day * MINUTES_A_DAY + 400 + dice.below(900)
      const outlet = dice.pick(PRESS)
      const about = { day: day - 1, position: bamako, credibility: 2 } as const
      const body = bulletin('power_hours_per_day', figure(Math.min(22, hours)), 'h', 'diesel')
      if (day > 0) printer.publish(outlet, minute, about, body)
    }
    if (power < 0.35 && !isDieselKept) {
      isDieselKept = true
      decree(day, 'diesel_prioritised_for_power', 1, 'flag')
    }
    if (power > 0.8) isDieselKept = false
  }

  function tellTotals(day: number): void {
    const text = dayText(day)
    const lost = truth.reduce((total, each) => total + each.tankersLost, 0)
    if (text.endsWith('-08') && lost > 40) {
      const minute = day * MINUTES_A_DAY + 500 + dice.below(600)
      const about = {
        day,
        position: mali,
        credibility: 2,
        event: { id: dice.uuid(), role: 'cumulative' },
      } as const
      const confirmed = figure(Math.round((lost * dice.between(0.6, 0.85)) / 10) * 10)
      const body = bulletin('tankers_destroyed_cumulative', confirmed, 'tankers')
      printer.publish(PRESS[0] as Outlet, minute, about, body)
    }
    if (text === '2025-09-20' || text === '2026-01-22') {
      const minute = day * MINUTES_A_DAY + 500 + dice.below(600)
      const about = {
        day,
        position: mali,
        credibility: 2,
        event: { id: dice.uuid(), role: 'baseline' },
      } as const
      const body = bulletin('tankers_per_month_before_attacks', figure(5_500), 'tankers/month')
      printer.publish(PRESS[0] as Outlet, minute, about, body)
    }
  }

  return {
    morning(day) {
      tellDated(day)
      decideRations(day)
      decideSchools(day)
      tellOfPower(day)
      tellTotals(day)
    },
  }
}
