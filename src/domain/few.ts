import type { Axis } from './corridor.ts'
import { sum } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { chosen, eachOnce, partsOf } from './parts.ts'
import type { Report } from './report.ts'

/** So many reports make a figure, unless each of them may stand alone. */
const ENOUGH = 3

type Resting = { readonly reports: readonly Report[] }

/**
 * True where a figure of these reports is withheld: they are fewer than three, and one of them may be told in company
 * only. None at all is not few: nothing is known then, and nothing is withheld.
 */
export function areFew(reports: readonly Report[]): boolean {
  const ids: string[] = []
  // Asked of every figure there is: the first few are looked through sooner than anything is looked up.
  for (const part of partsOf(reports))
    for (const { id } of part) {
      if (!ids.includes(id)) ids.push(id)
      if (ids.length === ENOUGH) return false
    }
  return !reports.every(mayStandAlone)
}

/** The same of figures that are told together, or of what is left between them: of all their reports. */
export function areFewIn(cells: readonly Resting[]): boolean {
  const first: Report[] = []
  // As soon as there are enough, no more are looked at.
  for (const { reports } of cells)
    for (const report of reports) {
      if (!first.some(({ id }) => id === report.id)) first.push(report)
      if (first.length === ENOUGH) return false
    }
  return !first.every(mayStandAlone)
}

/** True where what rests on its reports may be told. */
export function isTellable({ reports }: Resting): boolean {
  return !areFew(reports)
}

/** True for a report of which the reader may be told a figure without any other's. */
export function mayStandAlone({ inCompany }: Report): boolean {
  return inCompany !== true
}

const alone = chosen(mayStandAlone)

/** The reports that may stand alone, in their order; the same list where all of them may. */
export function standingAlone<Item extends Report>(reports: readonly Item[]): readonly Item[] {
  // Of a list of such reports, some of the same.
  return alone(reports) as readonly Item[]
}

/**
 * Cells as they may be told: in place of one with too few reports stands what those that may stand alone say of the
 * same, so that a report of the field never hides what a page has told. Where they say nothing, the cell stays as it
 * was, and whoever makes a figure of it withholds it.
 */
export function toldCells<Cell extends Resting>(
  cells: readonly Cell[],
  alone: () => readonly Cell[],
  keyOf: (cell: Cell) => string,
): readonly Cell[] {
  if (cells.every(isTellable)) return cells
  const others = new Map(alone().map((cell) => [keyOf(cell), cell]))
  return cells.map((cell) => (isTellable(cell) ? cell : (others.get(keyOf(cell)) ?? cell)))
}

/** The same of one cell, where `alone` makes it of those of its own reports that may stand alone; null of none. */
export function toldCell<Cell extends Resting>(cell: Cell, alone: () => Cell | null): Cell {
  return isTellable(cell) ? cell : (alone() ?? cell)
}

/** All of some cells, or without those of too few where the whole would give these away. */
export function toldTogether<Cell extends Resting>(cells: readonly Cell[]): readonly Cell[] {
  const few = cells.filter((cell) => !isTellable(cell))
  const isGivenAway = few.length < cells.length && areFewIn(few)
  return isGivenAway ? cells.filter(isTellable) : cells
}

/** One way in of one week: null where something is known but no count. */
export type WayIn = Resting & { readonly value: Estimate | null }

/**
 * The ways in of one week beside their total. What too few reports speak of is counted among `unstated`, together with
 * the ways that the next fewest speak of until what stands there rests on enough: else the total less the others would
 * give it away.
 */
export function toldWays(ways: ReadonlyMap<Axis | 'unstated', WayIn>) {
  const stated = [...ways].flatMap(([axis, way]) => (axis === 'unstated' ? [] : [{ axis, ...way }]))
  const merged = stated.filter((way) => !isTellable(way))
  const rest = [...merged, ...[ways.get('unstated') ?? []].flat()]
  const others = stated.filter(isTellable).toSorted((a, b) => countOf(a) - countOf(b))
  for (const way of others) {
    if (!areFewIn(rest)) break
    merged.push(way)
    rest.push(way)
  }
  const withheld = new Set<Axis | 'unstated'>(merged.map(({ axis }) => axis))
  if (withheld.size === 0) return { told: ways, withheld }
  const told = new Map([...ways].filter(([axis]) => !withheld.has(axis)))
  told.set('unstated', {
    value: sum(rest.flatMap(({ value }) => value ?? [])),
    reports: allOf(rest),
  })
  return { told, withheld }
}

function countOf({ reports }: Resting): number {
  return new Set(reports).size
}

/** The reports of some cells, each once. */
export function allOf(cells: readonly Resting[]): readonly Report[] {
  return eachOnce(cells.map(({ reports }) => reports))
}
