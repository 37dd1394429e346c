import { addDays } from '#domain/time.ts'
import type { Day, Period } from '#domain/time.ts'
import { endX, startX } from '#figures/figure.ts'

/** The days of a window as a line from 0 to 1. */
export type TimeLine = {
  days: number
  /** How many days of the window come before it. */
  before: (day: Day) => number
  /** The middle of a day, 0–1. */
  partOf: (day: Day) => number
  /** The day at a part of the line; never one outside. */
  dayAt: (part: number) => Day
}

export function timeLine({ from, to }: Period): TimeLine {
  const first = startX(from)
  const days = endX(to) - first
  return {
    days,
    before: (day) => startX(day) - first,
    partOf: (day) => (startX(day) + 0.5 - first) / days,
    dayAt: (part) => addDays(from, Math.floor(Math.min(0.9999, Math.max(0, part)) * days)),
  }
}
