export type Cell = string | number | boolean | null

/** A column of a download: its name, and what it says of a row. */
export type Column<Row> = { name: string; of: (row: Row) => Cell }

/** As asked in an address: "1" switches on. */
type CsvOptions = { raw?: string | undefined; bom?: string | undefined }

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Where a spreadsheet may take text for a formula: at the start of a cell, after white space there, and after a
 * line break inside it. A semicolon counts as a break too, since a French spreadsheet splits at it. The wide
 * forms of the signs are normalised to the narrow ones by some programs.
 */
const FORMULA_START = /(^|\r\n|[\r\n;])(?=\s*[=+\-@＝＋－＠]|[\t\r])/g

/** Text that no spreadsheet runs: an apostrophe stands before whatever could start a formula. */
export function harmless(text: string): string {
  return text.replace(FORMULA_START, "$1'")
}

/**
 * RFC 4180, lines ended by CRLF. Numbers stay numbers, and unknown is an empty cell. Text cannot become a
 * formula unless `raw` is asked for.
 */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { raw, bom }: CsvOptions,
): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ of }) => written(of(row), raw === '1'))),
  ]
  const text = lines.map((cells) => `${cells.join(',')}\r\n`).join('')
  return bom === '1' ? BYTE_ORDER_MARK + text : text
}

function written(cell: Cell, isRaw: boolean): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = isRaw ? cell : harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
