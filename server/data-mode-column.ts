import type { DataMode } from '#domain/data-mode.ts'
import type { Column } from './csv.ts'

/** The last column of every table: a row that is copied out of its file still says whether it is real. */
export function dataModeColumn(mode: DataMode): Column<unknown> {
  return { name: 'data_mode', of: () => mode }
}
