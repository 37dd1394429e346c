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

/** A pure function of a text or number, worked out once for each; after `most` different ones it forgets them all. */
export function remember<Result, Of extends string | number = string>(
  most: number,
  work: (of: Of) => Result,
): (of: Of) => Result {
  const known = new Map<Of, Result>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const result = work(of)
    known.set(of, result)
    return result
  }
}
