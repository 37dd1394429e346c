import { useState } from 'react'

/** The value given before, while the next one says the same: what is made of it need not be made anew. */
export function useSame<Value>(value: Value, isSame: (a: Value, b: Value) => boolean): Value {
  const [kept, keep] = useState(value)
  if (kept === value) return kept
  if (isSame(kept, value)) return kept
  keep(value)
  return value
}

/** True for lists of the very same things. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, nth) => item === b[nth])
}

/** True for what is written alike. Not for thousands: writing them out takes longer than what is spared. */
export function sameText(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.length <= MOST && JSON.stringify(a) === JSON.stringify(b)
}

const MOST = 500
