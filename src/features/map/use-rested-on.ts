import { useEffect, useState } from 'react'
import type { Day } from '#domain/time.ts'
import type { Pointer } from '#ui/pointer.ts'

/** The day pointed at once the pointer has rested there for `ms`: what it passes over costs nothing. */
export function useRestedOn(pointer: Pointer, ms: number): Day | null {
  const [rested, setRested] = useState(pointer.day)
  useEffect(
    function waitUntilItRests() {
      let timer = setTimeout(() => setRested(pointer.day()), ms)
      const unfollow = pointer.follow(() => {
        clearTimeout(timer)
        timer = setTimeout(() => setRested(pointer.day()), ms)
      })
      return () => {
        clearTimeout(timer)
        unfollow()
      }
    },
    [pointer, ms],
  )
  return rested
}
