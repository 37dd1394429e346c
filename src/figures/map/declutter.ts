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
 */
export function declutter(names: readonly Name[], obstacles: readonly Box[]): Map<string, Box> {
  const taken = [...obstacles]
  const placed = new Map<string, Box>()
  for (const name of names.toSorted((a, b) => a.rank - b.rank)) {
    const room = [name.reach, name.reach + FAR]
      .flatMap((reach) => name.sides.map((side) => boxOn(side, { ...name, reach })))
      .find((box) => !taken.some((other) => meet(box, other)))
    if (!room) continue
    taken.push(room)
    placed.set(name.id, { ...room, left: room.left - name.x, top: room.top - name.y })
  }
  return placed
}

function boxOn(side: Side, { x, y, width, height, reach }: Name): Box {
  const [across, down, reachAcross, reachDown] = SIDES[side]
  const left = x + across * width + reachAcross * reach
  const top = y + down * height + reachDown * reach
  return { left, top, width, height }
}

/** True when two boxes share more than an edge. */
export function meet(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  )
}
