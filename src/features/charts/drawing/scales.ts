import type { Period } from '#domain/time.ts'
import { endX, startX } from '#figures/figure.ts'
import type { Panel } from '#figures/figure.ts'

/** Where a panel is drawn, px. */
export type Area = { left: number; right: number; top: number; bottom: number }

/** Pixels of a panel. `x` takes days since 1970 and stays within the window, `y` values and stays below the top. */
export type Scales = { area: Area; x: (day: number) => number; y: (value: number) => number }

/** The same as Recharts works out for the axes that it is given, without asking it. */
export function scalesOf({ top, down }: Panel, window: Period, area: Area): Scales {
  const [first, last] = [startX(window.from), endX(window.to)]
  const perDay = (area.right - area.left) / (last - first)
  const high = (area.bottom - area.top) / top
  return {
    area,
    x: (day) => area.left + (Math.min(last, Math.max(first, day)) - first) * perDay,
    y: (value) => {
      const up = Math.min(top, value) * high
      return down ? area.top + up : area.bottom - up
    },
  }
}
