import type { Box } from './declutter.ts'
import { meet } from './meet.ts'

const CELL = 64
/** What spans more cells than this, such as the margins of the sheet, is kept apart and always looked at. */
const MOST_CELLS = 256
const ACROSS = 1 << 20

/**
 * Boxes by where they lie, so that a box is compared only with those near it. The order in which they came stays: of what
 * is found, the first added comes first.
 */
export class BoxGrid<Item extends Box = Box> {
  readonly #cells = new Map<number, Item[]>()
  readonly #large: Item[] = []
  /** How many pairs of boxes have been compared. */
  compared = 0

  constructor(items: Iterable<Item> = []) {
    for (const item of items) this.add(item)
  }

  add(item: Item): void {
    const { left, top, right, bottom } = cellsOf(item)
    if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) {
      this.#large.push(item)
      return
    }
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const cell = this.#cells.get(y * ACROSS + x)
        if (cell) cell.push(item)
        else this.#cells.set(y * ACROSS + x, [item])
      }
  }

  /** True when the box shares more than an edge with any that were added. */
  meets(box: Box): boolean {
    if (this.#any(this.#large, box)) return true
    const { left, top, right, bottom } = cellsOf(box)
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const cell = this.#cells.get(y * ACROSS + x)
        if (cell && this.#any(cell, box)) return true
      }
    return false
  }

  /** What was added and covers the point. */
  at(x: number, y: number): Item[] {
    const cell = this.#cells.get(Math.floor(y / CELL) * ACROSS + Math.floor(x / CELL)) ?? []
    const covers = ({ left, top, width, height }: Item) =>
      left <= x && x <= left + width && top <= y && y <= top + height
    return [...this.#large, ...cell].filter(covers)
  }

  #any(boxes: readonly Box[], box: Box): boolean {
    for (const other of boxes) {
      this.compared += 1
      if (meet(box, other)) return true
    }
    return false
  }
}

function cellsOf({ left, top, width, height }: Box) {
  return {
    left: Math.floor(left / CELL),
    top: Math.floor(top / CELL),
    right: Math.floor((left + width) / CELL),
    bottom: Math.floor((top + height) / CELL),
  }
}
