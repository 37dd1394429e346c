import type { Line } from '#domain/series.ts'

/** The lines with the most reports behind them, most first; empty lines are left out, one that is withheld is not. */
export function mostReported(lines: readonly Line[], most: number): Line[] {
  const reports = ({ points }: Line) => points.reduce((total, { n }) => total + (n ?? 1), 0)
  return lines
    .filter((line) => reports(line) > 0)
    .toSorted((a, b) => reports(b) - reports(a) || a.key.localeCompare(b.key))
    .slice(0, most)
}
