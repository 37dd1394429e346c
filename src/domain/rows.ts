import { groupsPerPart } from './parts.ts'
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
  return groupsPerPart((reports: readonly Item[]): ReadonlyMap<string, Row<Item>> => {
    const rows = new Map<string, Map<string, Item[]>>()
    for (const report of reports) {
      const cell = cellOf(report)
      if (cell === null) continue
      const row = rowOf(report)
      const cells = rows.get(row)
      const before = cells?.get(cell)
      if (before) before.push(report)
      else if (cells) cells.set(cell, [report])
      else rows.set(row, new Map([[cell, [report]]]))
    }
    return rows
  }, merged)
}

function merged<Item extends Report>(a: Row<Item>, b: Row<Item>): Row<Item> {
  const row = new Map(a)
  for (const [cell, reports] of b) row.set(cell, [...(row.get(cell) ?? []), ...reports])
  return row
}
