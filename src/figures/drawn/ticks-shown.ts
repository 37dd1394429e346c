import type { Panel, Tick } from '#figures/figure.ts'

/** Height of a label, px. */
const LABEL = 15

/** Values that have room: a panel below another leaves zero to it, and drops what would touch it. */
export function ticksShown(
  { ticks, top, down, isRow }: Pick<Panel, 'ticks' | 'top' | 'down' | 'isRow'>,
  height: number,
): Tick[] {
  if (isRow) return []
  const all = ticks.filter(({ value }) => value <= top)
  return down ? all.filter(({ value }) => (value / top) * height >= LABEL) : all
}
