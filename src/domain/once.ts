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
  // What is asked in the order of time is mostly asked again at once: then nothing need be looked up.
  let lastOf: Of | undefined
  let last: Result | undefined
  return (of) => {
    if (of === lastOf && last !== undefined) return last
    let result = known.get(of)
    if (result === undefined) {
      if (known.size >= most) known.clear()
      result = work(of)
      known.set(of, result)
    }
    lastOf = of
    last = result
    return result
  }
}
