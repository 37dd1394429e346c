/**
 * Keeps the last few results of something slow. Asking again while the first is still under way waits for the
 * same promise; a failure is not kept.
 */
export function recent<Value>(
  size: number,
): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (key, make) => {
    const value = kept.get(key) ?? make()
    // Taken out and put back: a Map keeps its order, so the first key is the one longest unused.
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of [...kept.keys()].slice(0, -size)) kept.delete(oldest)
    value.catch(() => kept.delete(key))
    return value
  }
}
