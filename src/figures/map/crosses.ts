export type Pixel = readonly [x: number, y: number]
type Segment = [Pixel, Pixel]

/**
 * The ✕ marks along a line in pixels: two strokes each, `every` pixels apart, the first half a step in, so
 * that even a short line carries one.
 */
export function crossesAlong(line: readonly Pixel[], every: number, arm: number): Segment[] {
  const crosses: Segment[] = []
  const length = lengthOf(line)
  const count = Math.max(1, Math.round(length / every))
  const step = length / count
  let next = step / 2
  let gone = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Pixel, line[i] as Pixel]
    const stretch = Math.hypot(b[0] - a[0], b[1] - a[1])
    const end = stretch === 0 ? -1 : gone + stretch
    for (; next <= end && crosses.length < count * 2; next += step) {
      const share = (next - gone) / stretch
      const x = a[0] + (b[0] - a[0]) * share
      const y = a[1] + (b[1] - a[1]) * share
      crosses.push(
        [
          [x - arm, y - arm],
          [x + arm, y + arm],
        ],
        [
          [x - arm, y + arm],
          [x + arm, y - arm],
        ],
      )
    }
    gone += stretch
  }
  return crosses
}

function lengthOf(line: readonly Pixel[]): number {
  let length = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Pixel, line[i] as Pixel]
    length += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return length
}
