import type { DataMode } from '#domain/data-mode.ts'
import type { Line, Point, Series } from '#domain/series.ts'
import { csvOf } from './csv.ts'
import type { Column } from './csv.ts'
import { dataModeColumn } from './data-mode-column.ts'

type Row = { series: Series; line: Line; point: Point }

const COLUMNS: Column<Row>[] = [
  { name: 'metric', of: ({ series }) => series.metric },
  { name: 'line', of: ({ line }) => line.key },
  { name: 'place', of: ({ point }) => point.place ?? null },
  { name: 'from', of: ({ point }) => point.from },
  { name: 'to', of: ({ point }) => point.to },
  { name: 'low', of: ({ point }) => point.low },
  { name: 'best', of: ({ point }) => point.best },
  { name: 'high', of: ({ point }) => point.high },
  { name: 'unit', of: ({ line }) => line.unit },
  { name: 'n', of: ({ point }) => point.n },
  { name: 'sources', of: ({ point }) => point.sources },
  { name: 'basis', of: ({ point }) => (point.withheld ? 'withheld' : point.basis) },
  { name: 'stations_reporting', of: ({ point }) => point.reporting },
  { name: 'stations_known', of: ({ point }) => point.known },
  { name: 'reports', of: ({ point }) => point.reports.join(' ') },
  { name: 'caveats', of: ({ series }) => series.caveats.join(' ') },
]

/**
 * What a chart draws, one row a point. A gap is a row with `n` 0 and no figure, so that it can be seen here too; what is
 * withheld says so in `basis`, and tells neither figure nor `n`.
 */
export function seriesCsv(
  all: readonly Series[],
  dataMode: DataMode,
  options: Parameters<typeof csvOf>[2],
): string {
  const rows = all.flatMap((series) =>
    series.lines.flatMap((line) => line.points.map((point) => ({ series, line, point }))),
  )
  return csvOf([...COLUMNS, dataModeColumn(dataMode)], rows, options)
}
