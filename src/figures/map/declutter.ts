import { BoxGrid } from './box-grid.ts'

export type Box = { left: number; top: number; width: number; height: number }

/** A name that wants to stand beside a point, all in pixels. Lower ranks are placed first. */
export type Name = {
  id: string
  x: number
  y: number
  width: number
  height: number
  rank: number
  /** How far from the point its symbol reaches. */
  reach: number
  /** Where it may stand, the best first. */
  sides: readonly Side[]
  /** Must be shown, if need be on top of signs. */
  must?: boolean
}

/** How much further a name may stand off, in pixels, when something lies on its point. */
const FAR = 10

export type Side = keyof typeof SIDES

/** The corner of the box, by side, as shares of width, height and reach. */
const SIDES = {
  right: [0, -0.5, 1, 0],
  left: [-1, -0.5, -1, 0],
  above: [-0.5, -1, 0, -1],
  below: [-0.5, 0, 0, 1],
  'above-right': [0, -1, 0.7, -0.7],
  'below-right': [0, 0, 0.7, 0.7],
  'above-left': [-1, -1, -0.7, -0.7],
  'below-left': [-1, 0, -0.7, 0.7],
  centre: [-0.5, -0.5, 0, 0],
} as const

/**
 * Chooses which names to print, and where: greedy by rank, each on the first side on which it meets neither
 * an obstacle nor a name already placed. A name without room is left out. Equal ranks keep their order, so
 * that the same map always carries the same names. The boxes given back count from each name's own point.
 * A grid that is handed in as obstacles has the names in it afterwards.
 */
export function declutter(
  names: readonly Name[],
  obstacles: readonly Box[] | BoxGrid,
): Map<string, Box> {
  const taken = obstacles instanceof BoxGrid ? obstacles : new BoxGrid(obstacles)
  const placed = new Map<string, Box>()
  for (const name of names.toSorted((a, b) => a.rank - b.rank)) {
    const room = roomFor(name, taken)
    if (!room) continue
    taken.add(room)
    placed.set(name.id, { ...room, left: room.left - name.x, top: room.top - name.y })
  }
  return placed
}

function roomFor(name: Name, taken: BoxGrid): Box | null {
  for (const reach of [name.reach, name.reach + FAR])
    for (const side of name.sides) {
      const box = boxOn(side, name, reach)
      if (!taken.meets(box)) return box
    }
  return null
}

function boxOn(side: Side, { x, y, width, height }: Name, reach: number): Box {
  const [across, down, reachAcross, reachDown] = SIDES[side]
  const left = x + across * width + reachAcross * reach
  const top = y + down * height + reachDown * reach
  return { left, top, width, height }
}
