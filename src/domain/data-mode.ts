/**
 * Whether what is told is real. Simulated data say so wherever they go: in a header of every answer, in a column
 * of every row, in file names and in pictures.
 */
export const DATA_MODES = ['live', 'demo'] as const
export type DataMode = (typeof DATA_MODES)[number]

/** How the name of a saved file begins, so that simulated data are known even when nobody opens them. */
export function fileStem(mode: DataMode): string {
  return mode === 'demo' ? 'jauge-demo' : 'jauge'
}
