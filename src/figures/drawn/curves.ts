import { endX, middleX, startX } from '#figures/figure.ts'
import type { FigureLine } from '#figures/figure.ts'

export type CurvePoint = { x: number; y: number | null; span: [number, number] | null }

/** A line's points for a curve: in the middle of their periods, or from their start on where it goes in steps. */
export function curvesOf({ role, marks }: FigureLine): CurvePoint[] {
  const isStep = role === 'step'
  return marks.flatMap(({ from, to, low, best, high }, index) => {
    const point: CurvePoint = {
      x: isStep ? startX(from) : middleX({ from, to }),
      y: best,
      span: low === null || high === null ? null : [low, high],
    }
    // A step holds until its period ends; before a gap, the curve would stop where the period begins.
    const isLast = best !== null && (marks[index + 1]?.best ?? null) === null
    return isStep && isLast ? [point, { ...point, x: endX(to) }] : [point]
  })
}

/** True when sources differ anywhere along the curve: a band without width shows nothing. */
export function hasBand(points: readonly CurvePoint[]): boolean {
  return points.some(({ span }) => span !== null && span[0] !== span[1])
}
