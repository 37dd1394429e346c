type Kept<Value> = { value: Promise<Value>; bytes: number }

export type Keep<Value> = (key: string, make: () => Promise<Value>) => Promise<Value>

/**
 * Keeps values that are slow to make, the most recently used, up to a number of bytes. Who asks while a value is being made
 * waits for that one: nothing is made twice at once. A failure is not kept, nor is what weighs more than `mostBytes`.
 */
export function keeper<Value>(
  limitBytes: number,
  bytesOf: (value: Value, key: string) => number,
  mostBytes = limitBytes,
): Keep<Value> {
  const kept = new Map<string, Kept<Value>>()
  let total = 0

  function drop(key: string, entry: Kept<Value>): void {
    if (kept.get(key) !== entry) return
    kept.delete(key)
    total -= entry.bytes
  }

  async function weigh(key: string, entry: Kept<Value>): Promise<void> {
    const bytes = bytesOf(await entry.value, key)
    if (kept.get(key) !== entry) return
    if (bytes > mostBytes) return void kept.delete(key)
    entry.bytes = bytes
    total += bytes
    for (const [oldest, other] of kept) {
      if (total <= limitBytes) return
      // What is still being made weighs nothing yet.
      if (other.bytes > 0) drop(oldest, other)
    }
  }

  return function keep(key, make) {
    const found = kept.get(key)
    if (found) {
      // Taken out and put back: a Map keeps its order, so the first is the one longest unused.
      kept.delete(key)
      kept.set(key, found)
      return found.value
    }
    const entry: Kept<Value> = { value: make(), bytes: 0 }
    kept.set(key, entry)
    weigh(key, entry).catch(() => drop(key, entry))
    return entry.value
  }
}
