import type { Day, Period } from '#domain/time.ts'
import { period, UNKNOWN } from '#i18n/format.ts'
import { isKnown } from './figure.ts'
import type { Drawing, FigureLine, Mark, Scene } from './figure.ts'

/** A number as text, and in small what must be read with it. */
export type Cell = { text: string; note: string }
export type FigureTable = {
  head: readonly string[]
  rows: readonly { period: string; cells: readonly Cell[] }[]
}

/**
 * The same numbers as the drawing, a row a period. A price that stays in force fills the rows it covers
 * and makes rows of its own only where it changes: otherwise a year of it would be 365 rows of one number.
 */
export function toTable({ panels }: Pick<Drawing, 'panels'>, scene: Scene): FigureTable {
  const lines = panels.flatMap((panel) => panel.lines)
  return {
    head: [scene.say('charts.table.period'), ...panels.flatMap(headings)],
    rows: periodsOf(lines).map((row) => ({
      period: period(row, scene.lang),
      cells: lines.map((line) => cellOf(line, row, scene)),
    })),
  }
}

function headings({
  lines,
  unit,
  title,
}: {
  lines: readonly FigureLine[]
  unit: string
  title: string | null
}): string[] {
  return lines.map(({ name }) => {
    const inside = unit || (title === name ? '' : title)
    return inside ? `${name} (${inside})` : name
  })
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
  return marks.filter((mark) => mark.from !== mark.to || isKnown(mark))
}

function changesOf(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark, index) => isKnown(mark) && mark.said !== marks[index - 1]?.said)
}

function cellOf(line: FigureLine, row: Period, { say }: Scene): Cell {
  const mark = line.role === 'step' ? inForce(line, row.from) : exactly(line, row)
  if (!mark || !isKnown(mark)) return { text: UNKNOWN, note: '' }
  const behind = say('charts.behind', { n: mark.n, sources: mark.sources })
  return { text: mark.said, note: [mark.note, behind].filter(Boolean).join(' · ') }
}

function exactly({ marks }: FigureLine, row: Period): Mark | undefined {
  return marks.find(({ from, to }) => from === row.from && to === row.to)
}

function inForce({ marks }: FigureLine, day: Day): Mark | undefined {
  return marks.find(({ from, to }) => from <= day && day <= to)
}
