/** Moves positions apart until they keep `distance`, as little as possible and in their order. */
export function apart(positions: readonly number[], distance: number): number[] {
  const order = positions
    .map((_, index) => index)
    .toSorted((a, b) => at(positions, a) - at(positions, b))
  const moved = [...positions]
  for (let round = 0; round < positions.length; round++)
    for (let place = 1; place < order.length; place++) {
      const [above = 0, below = 0] = [order[place - 1], order[place]]
      const missing = distance - (at(moved, below) - at(moved, above))
      if (missing > 0) {
        moved[above] = at(moved, above) - missing / 2
        moved[below] = at(moved, below) + missing / 2
      }
    }
  return moved
}

function at(positions: readonly number[], index: number): number {
  return positions[index] ?? 0
}
