import { useEffect, useState } from 'react'
import { addDays, lengthInDays } from '#domain/time.ts'
import type { Day } from '#domain/time.ts'
import type { Window } from '#domain/situation.ts'

const STEP_MS = 700

/** A long window is played week by week, a short one day by day. */
export function stepDays(window: Pick<Window, 'from' | 'to'>): number {
  return lengthInDays(window) <= 45 ? 1 : 7
}

/** Moves the moment on until the window ends. `busy`: the figures of this step have not come yet, so wait for them. */
export function usePlaying(
  window: Window,
  busy: boolean,
  onMoment: (day: Day) => void,
): [playing: boolean, setPlaying: (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false)
  const { from, to, at } = window
  const step = stepDays(window)
  useEffect(
    function stepWhilePlaying() {
      if (!playing || busy) return
      const timer = setTimeout(() => {
        const next = addDays(at, step)
        if (next >= to) setPlaying(false)
        onMoment(next > to ? to : next)
      }, STEP_MS)
      return () => clearTimeout(timer)
    },
    [playing, busy, at, to, step, onMoment],
  )
  const start = (wanted: boolean) => {
    // From the end there is nothing to play: begin again.
    if (wanted && at >= to) onMoment(from)
    setPlaying(wanted)
  }
  return [playing, start]
}
