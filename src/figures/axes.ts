import type { Unit } from '#domain/series.ts'
import type { Day, Period } from '#domain/time.ts'
import { addDays, isoWeekOf, lengthInDays } from '#domain/time.ts'
import { dayAndMonth, monthName } from '#i18n/format.ts'
import { amount } from './amount.ts'
import type { Scene, Tick } from './figure.ts'

/** Steps a reader counts in; a day has 24 hours, so hours are counted by 6 and 12. */
const STEPS = [1, 2, 2.5, 5, 10]
const HOUR_STEPS = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48]

/** Room above the highest value, for what is written there. */
const HEADROOM = 1.1

type Axis = { ticks: Tick[]; top: number }

/** A value axis from zero to a little above `highest`, with about `count` ticks; one unit when all is zero. */
export function axisUpTo(highest: number, count: number, unit: Unit, scene: Scene): Axis {
  const needed = highest > 0 ? highest : 1
  const step = stepFor(needed, count, unit)
  const top = needed * HEADROOM
  const ticks = Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, index) => {
    const value = index * step
    return { value, label: value === 0 ? '0' : amount(value, unit, scene) }
  })
  return { ticks, top: Math.max(top, ticks.at(-1)?.value ?? 0) }
}

function stepFor(highest: number, count: number, unit: Unit): number {
  const rough = highest / count
  if (unit === 'hours') {
    const step = HOUR_STEPS.find((each) => each >= rough)
    if (step !== undefined) return step
  }
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = STEPS.find((each) => each * power >= rough - 1e-9) ?? 10
  // Half a tanker does not exist.
  return unit === 'tankers' ? Math.max(1, Math.ceil(step * power)) : step * power
}

/** Where the time axis is labelled: Mondays of a short window, months of a longer one, years of a long one. */
export function timeTicks(window: Period, scene: Scene): { day: Day; label: string }[] {
  const days = lengthInDays(window)
  if (days <= 45) return mondays(window, scene)
  const every = days <= 400 ? 1 : days <= 1100 ? 3 : days <= 2600 ? 6 : 12
  const firsts = firstsOfMonths(window, every)
  const turnsYear = firsts.some(isNewYear)
  // The year stands where it turns: every label stays short enough for a phone.
  return firsts.map((day, index) => ({
    day,
    label: isNewYear(day) ? day.slice(0, 4) : monthName(day, scene.lang, index === 0 && !turnsYear),
  }))
}

function isNewYear(day: Day): boolean {
  return day.endsWith('-01-01')
}

function mondays(window: Period, { lang }: Scene): { day: Day; label: string }[] {
  const ticks = []
  for (let day = isoWeekOf(addDays(window.from, 6)).from; day <= window.to; day = addDays(day, 7))
    ticks.push({ day, label: dayAndMonth(day, lang) })
  return ticks
}

function firstsOfMonths({ from, to }: Period, every: number): Day[] {
  const days: Day[] = []
  let year = Number(from.slice(0, 4))
  let month = 1
  for (;;) {
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
    if (day > to) return days
    if (day >= from) days.push(day)
    month += every
    if (month > 12) {
      month = 1
      year += 1
    }
  }
}
