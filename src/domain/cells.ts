/**
 * Cells by two texts, such as a town and the Monday of a week, each made when it is first asked for; told in the order
 * they were made. As one text, put together for each of a million reports, the two would take longer than all that is
 * counted in the cell.
 */
export function cellsBy<Cell>(make: (row: string, column: string) => Cell) {
  const rows = new Map<string, Map<string, Cell>>()
  const inOrder: [key: string, cell: Cell][] = []
  return {
    at(row: string, column: string): Cell {
      const ofRow = rows.get(row)
      const before = ofRow?.get(column)
      if (before !== undefined) return before
      const cell = make(row, column)
      if (ofRow) ofRow.set(column, cell)
      else rows.set(row, new Map([[column, cell]]))
      inOrder.push([`${row} ${column}`, cell])
      return cell
    },

    /** Each under both of its texts. */
    all: (): ReadonlyMap<string, Cell> => new Map(inOrder),
  }
}
