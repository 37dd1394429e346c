import { scaleLinear } from 'd3-scale'
import { endX, startX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'
import type { Period } from '#domain/time.ts'

/** A rectangle of the drawing, px. */
export type Area = { left: number; right: number; top: number; bottom: number }

/** Pixels of a panel. `x` takes days since 1970, `y` values; both stay inside. */
export type Scales = { area: Area; x: (day: number) => number; y: (value: number) => number }

export function timeScale({ from, to }: Period, { left, right }: Pick<Area, 'left' | 'right'>) {
  const scale = scaleLinear()
    .domain([startX(from), endX(to)])
    .range([left, right])
    .clamp(true)
  return (day: number) => scale(day)
}

export function scalesOf(panel: Pick<Panel, 'top' | 'down'>, window: Period, area: Area): Scales {
  const [zero, end] = panel.down ? [area.top, area.bottom] : [area.bottom, area.top]
  const y = scaleLinear().domain([0, panel.top]).range([zero, end]).clamp(true)
  return { area, x: timeScale(window, area), y: (value) => y(value) }
}
