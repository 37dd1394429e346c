import { tagOf } from '#server/answer.ts'
import type { Answer } from '#server/answer.ts'

type Kept = { answer: Promise<Answer>; bytes: number }

export type Keep = (key: string, make: () => Promise<Answer>) => Promise<Answer>

/**
 * Keeps answers that are slow to make, the most recently used, up to a number of bytes. Who asks while an answer is being
 * made waits for that one: nothing is drawn twice at once. A failure is not kept.
 */
export function keeper(limitBytes: number): Keep {
  const kept = new Map<string, Kept>()
  let total = 0

  function drop(key: string, entry: Kept): void {
    if (kept.get(key) !== entry) return
    kept.delete(key)
    total -= entry.bytes
  }

  async function weigh(key: string, entry: Kept): Promise<void> {
    const { body } = await entry.answer
    if (kept.get(key) !== entry) return
    // A text with a thin space in it takes two bytes a character.
    entry.bytes = typeof body === 'string' ? body.length * 2 : body.byteLength
    total += entry.bytes
    for (const [oldest, other] of kept) {
      if (total <= limitBytes) return
      if (other.bytes > 0) drop(oldest, other)
    }
  }

  return function keep(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const found = kept.get(key)
    if (found) {
      // Taken out and put back: a Map keeps its order, so the first is the one longest unused.
      kept.delete(key)
      kept.set(key, found)
      return found.answer
    }
    const entry: Kept = { answer: tagged(make()), bytes: 0 }
    kept.set(key, entry)
    weigh(key, entry).catch(() => drop(key, entry))
    return entry.answer
  }
}

/** The tag is reckoned once, over all of the body. */
async function tagged(made: Promise<Answer>): Promise<Answer> {
  const answer = await made
  return { ...answer, tag: tagOf(answer.body) }
}
