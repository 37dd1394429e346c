import { useSyncExternalStore } from 'react'
import type { Role } from '#domain/role.ts'

/** Whom the server takes this page for, as its answers tell. Kept nowhere else: a page that is opened begins as the public. */
export type Asker = {
  role: Role
  /** True once a session ended that nobody ended here. */
  lapsed: boolean
  /** Counts the changes: nothing that was asked before one may be shown after it. */
  turn: number
}

let asker: Asker = { role: 'public', lapsed: false, turn: 0 }
const listeners = new Set<() => void>()

export function currentAsker(): Asker {
  return asker
}

/** The page is somebody else's from here on, who signed in or out; or, `lapsed`, whose session is over. */
export function becomeAsker(role: Role, { lapsed }: { lapsed: boolean }): void {
  asker = { role, lapsed, turn: asker.turn + 1 }
  for (const listener of listeners) listener()
}

/** Calls `listener` after each change, before anything is drawn anew. Gives what ends that. */
export function onAsker(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAsker(): Asker {
  return useSyncExternalStore(onAsker, currentAsker, currentAsker)
}
