import type { Day, Period } from '#domain/time.ts'
import { period, UNKNOWN } from '#i18n/format.ts'
import { isKnown, isTold } from './figure.ts'
import { behindText } from './read-out.ts'
import type { Drawing, FigureLine, Mark, Panel, Scene } from './figure.ts'

/** A number as text, and in small what must be read with it. */
export type Cell = { text: string; note: string }
export type FigureTable = {
  /** What the figures were marked with; it heads the first column. */
  mark: string | null
  /** The lines, each with its unit; the period stands before them. */
  head: readonly Cell[]
  rows: readonly { period: string; cells: readonly Cell[] }[]
}

/**
 * The same numbers as the drawing, a row a period. A price that stays in force fills the rows it covers
 * and makes rows of its own only where it changes: otherwise a year of it would be 365 rows of one number.
 */
export function toTable({ panels }: Pick<Drawing, 'panels'>, scene: Scene): FigureTable {
  const lines = panels.flatMap((panel) => panel.lines)
  return {
    mark: scene.mark,
    head: panels.flatMap(headings),
    rows: periodsOf(lines).map((row) => ({
      period: period(row, scene.lang),
      cells: lines.map((line) => cellOf(line, row, scene)),
    })),
  }
}

function headings({ lines, unit }: Pick<Panel, 'lines' | 'unit'>): Cell[] {
  return lines.map(({ name }) => ({ text: name, note: unit }))
}

function periodsOf(lines: readonly FigureLine[]): Period[] {
  const periods = new Map<string, Period>()
  for (const line of lines)
    for (const { from, to } of line.role === 'step' ? changesOf(line.marks) : rowsOf(line.marks))
      periods.set(`${from}/${to}`, { from, to })
  return [...periods.values()].toSorted(
    (a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  )
}

/** Weeks without a report are rows too, with a dash: a gap is part of what is shown. Single days are not. */
function rowsOf(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark.from !== mark.to || isTold(mark))
}

function changesOf(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark, index) => isKnown(mark) && mark.said !== marks[index - 1]?.said)
}

/** Two places may report on the same days: both figures stand in the cell. */
function cellOf(line: FigureLine, row: Period, { say }: Scene): Cell {
  const marks = line.role === 'step' ? inForce(line, row.from) : exactly(line, row)
  const known = marks.filter(isTold)
  if (known.length === 0) return { text: UNKNOWN, note: '' }
  const notes = known.map((mark) => behindText(mark, say))
  return {
    text: known.map(({ said }) => said).join('\u202f; '),
    note: [...new Set(notes)].filter(Boolean).join('\u202f; '),
  }
}

function exactly({ marks }: FigureLine, row: Period): Mark[] {
  return marks.filter(({ from, to }) => from === row.from && to === row.to)
}

function inForce({ marks }: FigureLine, day: Day): Mark[] {
  return marks.filter(({ from, to }) => from <= day && day <= to)
}
