/** The words told most often, the most frequent first and equals in alphabetical order; at most `most`. */
export function mostFrequent(times: ReadonlyMap<string, number>, most: number): string[] {
  return [...times]
    .toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .slice(0, most)
    .map(([word]) => word)
}
