import { flushSync } from 'react-dom'

const waiting: (() => void)[] = []
let isRunning = false

/** Runs `work`, and draws what it changes, in a task of its own, after all that asked before it. Gives a way to give the turn up. */
export function takeTurn(work: () => void): () => void {
  waiting.push(work)
  if (!isRunning) {
    isRunning = true
    setTimeout(next)
  }
  return () => {
    const place = waiting.indexOf(work)
    if (place >= 0) waiting.splice(place, 1)
  }
}

function next(): void {
  const work = waiting.shift()
  isRunning = work !== undefined
  if (!work) return
  // What is pressed or scrolled meanwhile comes in between.
  setTimeout(next)
  flushSync(work)
}
