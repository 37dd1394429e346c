import type { Role } from './role.ts'

/**
 * Whether what is told is real. Simulated data say so wherever they go: in a header of every answer, in a column
 * of every row, in file names and in pictures.
 */
export const DATA_MODES = ['live', 'demo'] as const
export type DataMode = (typeof DATA_MODES)[number]

/** How the name of a saved file begins: what is simulated, and what not everybody may see, is known unopened. */
export function fileStem(mode: DataMode, role: Role): string {
  return `jauge${mode === 'demo' ? '-demo' : ''}${role === 'public' ? '' : '-not-public'}`
}
