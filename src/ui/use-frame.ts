import { useCallback, useEffect, useRef } from 'react'

/**
 * Puts work off to the next frame. Of several in one frame the last alone is done: a hand moves more often than a screen
 * is drawn. `null` takes it back.
 */
export function useFrame(): (work: (() => void) | null) => void {
  const due = useRef(0)
  useEffect(function forgetWhenGone() {
    return () => cancelAnimationFrame(due.current)
  }, [])
  return useCallback((work) => {
    cancelAnimationFrame(due.current)
    if (work) due.current = requestAnimationFrame(work)
  }, [])
}
