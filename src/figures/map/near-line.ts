export type Point = { x: number; y: number }

/** How far a point lies from a line, both in the same pixels; infinite from a line without points. */
export function distanceTo(line: readonly Point[], at: Point): number {
  let least = Infinity
  for (let i = 0; i < line.length; i++) {
    const [a, b] = [line[Math.max(0, i - 1)] as Point, line[i] as Point]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)
    const share = Math.min(1, Math.max(0, along))
    least = Math.min(least, Math.hypot(a.x + share * dx - at.x, a.y + share * dy - at.y))
  }
  return least
}

/** The line without the points that lie no further than `most` beside it: small bends would only roughen a broad stroke. */
export function simplified(line: readonly Point[], most: number): Point[] {
  const [from, to] = [line[0], line.at(-1)]
  if (!from || !to || line.length < 3) return [...line]
  let [farthest, far] = [0, most]
  for (let i = 1; i < line.length - 1; i++) {
    const away = distanceTo([from, to], line[i] as Point)
    if (away > far) [farthest, far] = [i, away]
  }
  if (farthest === 0) return [from, to]
  const before = simplified(line.slice(0, farthest + 1), most)
  return [...before.slice(0, -1), ...simplified(line.slice(farthest), most)]
}
