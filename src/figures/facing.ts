import type { Drawing, Panel } from './figure.ts'
import { onOneScale } from './one-scale.ts'

/** Parts of the height that two facing panels get; losses are few beside arrivals. */
const [UP, DOWN] = [0.82, 0.18]

/** The panels of one figure, or of two that face each other across one zero line and on one scale. */
export function panelsTogether(figures: readonly Pick<Drawing, 'panels'>[]): Panel[] {
  const panels = figures.flatMap((figure) => figure.panels)
  const [up, down] = panels
  if (figures.length !== 2 || !up || !down) return panels
  const [above, below] = onOneScale(up, down, UP, DOWN)
  return [
    { ...above, share: UP },
    { ...below, share: DOWN, unit: '' },
  ]
}
