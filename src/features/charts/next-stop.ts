import type { Day } from '#domain/time.ts'

const FAR = 8

/** Where a key takes the pointer along the stops, which are in order; null for any other key. */
export function nextStop(stops: readonly Day[], day: Day, key: string): Day | null {
  const before = stops.findLastIndex((stop) => stop < day)
  const here = stops.findLastIndex((stop) => stop <= day)
  const to = (index: number) => stops[Math.min(stops.length - 1, Math.max(0, index))] ?? null
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return to(before)
    case 'ArrowRight':
    case 'ArrowUp':
      return to(here + 1)
    case 'PageDown':
      return to(here - FAR)
    case 'PageUp':
      return to(here + FAR)
    case 'Home':
      return to(0)
    case 'End':
      return to(stops.length - 1)
    default:
      return null
  }
}
