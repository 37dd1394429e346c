type Point = readonly number[]

/**
 * A line with as few of its points as keep it within `tolerance` of where it was (Douglas and Peucker's way). The
 * ends stay, so that what met still meets; a closed line keeps its farthest point too.
 */
export function thin<Each extends Point>(line: readonly Each[], tolerance: number): Each[] {
  const kept = new Set([0, line.length - 1])
  const open: [number, number][] = [[0, line.length - 1]]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [first, last] = stretch
    let [farthest, distance] = [first, tolerance]
    for (let index = first + 1; index < last; index++) {
      const away = distanceFrom(line[index], line[first], line[last])
      if (away > distance) [farthest, distance] = [index, away]
    }
    if (farthest === first) continue
    kept.add(farthest)
    open.push([first, farthest], [farthest, last])
  }
  return line.filter((_, index) => kept.has(index))
}

/** From a point to the straight piece between two others. */
function distanceFrom(point: Point = [], from: Point = [], to: Point = []): number {
  const [x = 0, y = 0] = point
  const [ax = 0, ay = 0] = from
  const [bx = 0, by = 0] = to
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square
  const along = Math.min(1, Math.max(0, share))
  const [awayX, awayY] = [x - ax - along * dx, y - ay - along * dy]
  return Math.sqrt(awayX * awayX + awayY * awayY)
}
