type Item = { middle: number; size: number }

/** The middles of things on one line, moved until none touches another, as little as possible and in order. */
export function apart(items: readonly Item[]): number[] {
  const moved = items.map(({ middle, size }, index) => ({ middle, size, index }))
  const order = moved.toSorted((a, b) => a.middle - b.middle)
  for (let round = 0; round < items.length; round++)
    for (const [place, below] of order.entries()) {
      const above = order[place - 1]
      if (!above) continue
      const missing = (above.size + below.size) / 2 - (below.middle - above.middle)
      if (missing > 0) {
        above.middle -= missing / 2
        below.middle += missing / 2
      }
    }
  return moved.map(({ middle }) => middle)
}
