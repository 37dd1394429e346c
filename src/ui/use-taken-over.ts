import { useSyncExternalStore } from 'react'

/**
 * False while the server paints a page and while the browser takes its painting over; true ever after, and from the start
 * where nothing was painted. What only a script can bring is left out until then: both must draw the same.
 */
export function useTakenOver(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

const neverChanges = () => () => undefined
