import { useSyncExternalStore } from 'react'
import type { Day } from '#domain/time.ts'
import type { Pointer } from './pointer.ts'

/** The day pointed at; null too while it is of no interest. Who asks is drawn anew with every move, so it must be small. */
export function usePointed({ follow, day }: Pointer, isWanted = true): Day | null {
  return useSyncExternalStore(follow, () => (isWanted ? day() : null))
}
