/** Chance, the same on every engine: a seeded generator of 32-bit integers and what is thrown with it. */
export type Dice = {
  /** 0 up to, not including, 1. */
  unit(): number
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number
  /** Any number from `low` up to, not including, `high`. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  /** About −1.5 to 1.5, mostly near 0; standard deviation 0.5. A sum of uniforms: the bell needs no logarithm. */
  bell(): number
  /** A whole number whose mean is `mean`: the next one up as often as the fraction asks for. */
  around(mean: number): number
  pick<Item>(list: readonly Item[]): Item
  /** UUID version 4, in lower case. */
  uuid(): string
}

/** Dice of their own for each purpose: throwing one more in one place moves nothing elsewhere. */
export function diceFor(seed: number, purpose: string): Dice {
  const next = sfc32(seed, purpose)
  const unit = () => next() / 4_294_967_296
  const below = (n: number) => Math.floor(unit() * n)
  return {
    unit,
    below,
    between: (low, high) => low + (high - low) * unit(),
    chance: (probability) => unit() < probability,
    bell: () => unit() + unit() + unit() - 1.5,
    around: (mean) => Math.floor(mean + unit()),
    pick(list) {
      const item = list[below(list.length)]
      if (item === undefined) throw new RangeError('Nothing can be picked from an empty list.')
      return item
    },
    uuid: makeUuids(next),
  }
}

/** Chris Doty-Humphrey's small fast counting generator: 128 bits of state, integers only. */
function sfc32(seed: number, purpose: string): () => number {
  let name = 0xb7e15162
  for (let at = 0; at < purpose.length; at += 1) name = mixed(name, purpose.charCodeAt(at))
  // Not in variables of their own: browsers keep whole numbers of 32 bits there as objects, a new one for each.
  const state = new Int32Array(4)
  state[0] = mixed(seed, 0x9e3779b9)
  state[1] = mixed(Math.floor(seed / 4_294_967_296), 0x243f6a88)
  state[2] = name
  state[3] = 1
  const next = () => {
    const b = state[1] as number
    const c = state[2] as number
    const counter = state[3] as number
    const sum = ((state[0] as number) + b + counter) | 0
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + sum
    state[3] = counter + 1
    return sum >>> 0
  }
  for (let turn = 0; turn < 16; turn += 1) next()
  return next
}

function mixed(state: number, value: number): number {
  const product = Math.imul((state | 0) ^ value, 0x85ebca6b)
  return product ^ (product >>> 13)
}

const DASH = 45
const HEX = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))
/** The character code of a digit: the lowest four bits above `from`. */
const hex = (word: number, from: number) => HEX[(word >>> from) & 15] as number

/** Written in one go, by the character: there are fifty thousand, and joining pieces takes five times as long. */
function makeUuids(next: () => number): () => string {
  return () => {
    const a = next()
    const b = (next() & ~0xf000) | 0x4000
    const c = (next() & 0x3fffffff) | 0x80000000
    const d = next()
    // oxfmt-ignore
    return String.fromCharCode(
      hex(a, 28), hex(a, 24), hex(a, 20), hex(a, 16), hex(a, 12), hex(a, 8), hex(a, 4), hex(a, 0), DASH,
      hex(b, 28), hex(b, 24), hex(b, 20), hex(b, 16), DASH, hex(b, 12), hex(b, 8), hex(b, 4), hex(b, 0), DASH,
      hex(c, 28), hex(c, 24), hex(c, 20), hex(c, 16), DASH, hex(c, 12), hex(c, 8), hex(c, 4), hex(c, 0),
      hex(d, 28), hex(d, 24), hex(d, 20), hex(d, 16), hex(d, 12), hex(d, 8), hex(d, 4), hex(d, 0),
    )
  }
}
