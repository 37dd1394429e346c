/** The words that occur most often, the most frequent first and equals in alphabetical order; at most `most`. */
export function mostFrequent(words: readonly string[], most: number): string[] {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .slice(0, most)
    .map(([word]) => word)
}
