import { markSize } from '#figures/map/happening-look.ts'
import { BoxGrid } from '#figures/map/box-grid.ts'
import type { Box } from '#figures/map/declutter.ts'

/** The least that a finger can be asked to hit, in pixels. */
export const TARGET = 24

/** Side of the square that an incident's sign fills, in pixels: never less than a finger needs. */
export function markRoom(tankers: number | null): number {
  return Math.max(TARGET, markSize(tankers) * 0.72 + 8)
}

/**
 * Which marks can be pressed: each, the most important first, that lies clear of all before it. What is half
 * covered is no target, so it is only drawn, and the list has it.
 */
export function pressableOf(
  marks: readonly { id: string; box: Box }[],
  taken: readonly Box[],
): Set<string> {
  const targets = new BoxGrid(taken)
  const ids = new Set<string>()
  for (const { id, box } of marks) {
    if (targets.meets(box)) continue
    targets.add(box)
    ids.add(id)
  }
  return ids
}
