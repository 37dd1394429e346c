import type { DataMode } from '#domain/data-mode.ts'
import type { Say } from './words.ts'

/** What must stand on whatever shows simulated data; null where the data are real. */
export function markOf(mode: DataMode, say: Say): string | null {
  return mode === 'demo' ? say('demo.mark') : null
}
