/**
 * A list whose length is known, and whose items are put into it when somebody first asks for one of them. It reads like
 * any other list. What is worked out part by part never asks, so a million reports need not be laid end to end for it.
 */
export function lazyList<Item>(length: number, fill: (items: Item[]) => void): readonly Item[] {
  const items: Item[] = []
  let isFilled = false
  function filled(): Item[] {
    if (!isFilled) {
      isFilled = true
      fill(items)
    }
    return items
  }
  return new Proxy(items, {
    get(_, key) {
      if (key === 'length') return length
      // Whoever hands a list on by a promise has it asked whether it is one itself: that is no reading.
      if (key === 'then') return undefined
      const value: unknown = Reflect.get(filled(), key)
      // A method runs on the list itself: through the proxy each of its steps would be ten times as long.
      return typeof value === 'function' && key !== 'constructor' ? value.bind(items) : value
    },
    has: (_, key) => Reflect.has(filled(), key),
    ownKeys: () => Reflect.ownKeys(filled()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(filled(), key),
  })
}
