type Stretch = { top: number; bottom: number }

/**
 * The base line, in px from the top, at which a line of text stands clear of what is drawn at the heights given:
 * where it is, or above the lowest obstacle that leaves room over it.
 */
export function clearOf(base: number, size: number, obstacles: readonly number[]): number {
  const touched = (box: Stretch) => obstacles.filter((y) => y > box.top && y < box.bottom)
  let free = base
  // Each step goes up by an obstacle, so there are no more steps than obstacles.
  for (let step = 0; step < obstacles.length; step++) {
    const highest = Math.min(...touched({ top: free - size, bottom: free + GAP }))
    if (highest === Infinity) break
    free = highest - GAP
  }
  return free
}

/** Between a line and the feet of the text above it, px. */
const GAP = 3

type Box = { left: number; right: number; top: number }

/**
 * Where a text of this width starts along a panel so that no bar reaches it: as far to the left as there is
 * room, else at the right end, where its halo must do.
 */
export function clearStart(
  width: number,
  { left, right }: { left: number; right: number },
  feet: number,
  bars: readonly Box[],
): number {
  const inTheWay = bars.filter(({ top }) => top < feet)
  const starts = [left, ...inTheWay.map((bar) => bar.right + GAP)].toSorted((a, b) => a - b)
  const free = starts.find(
    (start) =>
      start >= left &&
      start + width <= right &&
      inTheWay.every((bar) => bar.right <= start || bar.left >= start + width),
  )
  return free ?? Math.max(left, right - width)
}
