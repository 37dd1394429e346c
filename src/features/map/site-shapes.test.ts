import { expect, test } from 'vitest'
import { DOT, DOTS } from './site-shapes.ts'

/** Each point of a square, and whether a shape covers it. */
function covered(pieces: readonly (readonly [number, number, number, number])[]): boolean[] {
  return Array.from({ length: DOT * DOT }, (_, nth) => {
    const [x, y] = [nth % DOT, Math.floor(nth / DOT)]
    return pieces.some(
      ([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height,
    )
  })
}

test('places without room for a sign are told apart without their colours', () => {
  const shapes = Object.values(DOTS).map(covered)
  for (const [nth, shape] of shapes.entries())
    for (const other of shapes.slice(nth + 1)) {
      const differing = shape.filter((point, at) => point !== other[at]).length
      // A fifth of the square at least: less is not seen at this size.
      expect(differing).toBeGreaterThanOrEqual((DOT * DOT) / 5)
    }
})
