/**
 * A pure function of an object that never changes (a list of reports, the atlas), worked out once for each such
 * object and forgotten with it. One screen asks the same of the same reports many times over.
 */
export function once<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { result: Result }>()
  return (of) => {
    const before = known.get(of)
    if (before) return before.result
    const result = work(of)
    known.set(of, { result })
    return result
  }
}

/** A pure function of a text, worked out once for each; after `most` different texts it forgets them all. */
export function remember<Result>(
  most: number,
  work: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const result = work(text)
    known.set(text, result)
    return result
  }
}
