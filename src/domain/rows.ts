import { once } from './once.ts'
import { cutOf, groupsPerPart } from './parts.ts'
import type { Report } from './report.ts'

/** The reports of one stretch of days, such as an ISO week, by what they are about, such as their town. Never empty. */
export type Row<Item extends Report> = ReadonlyMap<string, readonly Item[]>

/**
 * Reports in rows of cells, such as weeks of towns, worked out part by part: a row that lies in one part stays the same row,
 * so that all that is told of it is kept too. Rows, cells and reports are in the order in which reports come; one without a
 * cell is left out. (Both texts in one, put together for each of a million reports, would take longer than what is counted.)
 */
export function rowsPerPart<Item extends Report>(
  cellOf: (report: Item) => string | null,
  rowOf: (report: Item) => string,
): (list: readonly Item[]) => readonly Row<Item>[] {
  const rowsOf: (reports: readonly Item[]) => Rows<Item> = once((reports) => {
    const cut = cutOf(reports)
    if (cut !== undefined) return cutRows(rowsOf(cut.whole), reports, cut.isIn)
    const rows: Rows<Item> = new Map()
    for (const report of reports) {
      const cell = cellOf(report)
      if (cell === null) continue
      const row = rowOf(report)
      const before = rows.get(row)?.get(cell)
      if (before) before.push(report)
      else put(rows, { row, cell, reports: [report] })
    }
    return rows
  })
  return groupsPerPart<Item, Row<Item>>(rowsOf, merged)
}

type Rows<Item> = Map<string, Map<string, Item[]>>
type Cell<Item> = { row: string; cell: string; reports: Item[] }

function put<Item>(rows: Rows<Item>, { row, cell, reports }: Cell<Item>): void {
  const cells = rows.get(row)
  if (cells) cells.set(cell, reports)
  else rows.set(row, new Map([[cell, reports]]))
}

/** The rows of a cut, out of those of the whole: in the order in which the reports that are left come. */
function cutRows<Item extends Report>(
  whole: Rows<Item>,
  left: readonly Item[],
  isIn: (report: Item) => boolean,
): Rows<Item> {
  const firsts = new Map<Item, Cell<Item>>()
  for (const [row, cells] of whole)
    for (const [cell, all] of cells) {
      const reports = all.filter(isIn)
      if (reports[0] !== undefined) firsts.set(reports[0], { row, cell, reports })
    }
  const rows: Rows<Item> = new Map()
  for (const report of left) {
    if (firsts.size === 0) break
    const found = firsts.get(report)
    if (found === undefined) continue
    put(rows, found)
    firsts.delete(report)
  }
  return rows
}

function merged<Item extends Report>(a: Row<Item>, b: Row<Item>): Row<Item> {
  const row = new Map(a)
  for (const [cell, reports] of b) row.set(cell, [...(row.get(cell) ?? []), ...reports])
  return row
}
