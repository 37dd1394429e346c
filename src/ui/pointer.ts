import type { Day } from '#domain/time.ts'

/**
 * The day pointed at on any chart or on the timeline; null when none is. It moves with the hand, so it is kept beside
 * the screen's state: only what follows it hears of it, and nothing else is worked out anew.
 */
export type Pointer = {
  day: () => Day | null
  point: (day: Day | null) => void
  /** Tells of every move, until the function that it gives is called. */
  follow: (tell: () => void) => () => void
}

export function makePointer(): Pointer {
  const followers = new Set<() => void>()
  let here: Day | null = null
  return {
    day: () => here,
    point(day) {
      if (day === here) return
      here = day
      for (const tell of followers) tell()
    },
    follow(tell) {
      followers.add(tell)
      return () => followers.delete(tell)
    },
  }
}
