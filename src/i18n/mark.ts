import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Say } from './words.ts'

/** What must stand on whatever shows simulated data, or what not everybody may see; null where there is nothing to say. */
export function markOf(mode: DataMode, role: Role, say: Say): string | null {
  if (mode === 'demo') return say('demo.mark')
  return role === 'public' ? null : say('mark.not-public')
}
