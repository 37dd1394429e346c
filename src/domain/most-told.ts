import { mostFrequent } from './most-frequent.ts'
import type { Report } from './report.ts'

/** The places that most reports stand behind, the most first and equals in alphabetical order; at most `most`. */
export function mostTold(
  figures: readonly { place: string; reports: readonly Report[] }[],
  most: number,
): string[] {
  const times = new Map<string, number>()
  for (const { place, reports } of figures)
    times.set(place, (times.get(place) ?? 0) + reports.length)
  return mostFrequent(times, most)
}
