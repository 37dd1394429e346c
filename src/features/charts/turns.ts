import { flushSync } from 'react-dom'

const waiting: (() => void)[] = []
let isRunning = false

/** Runs `work`, and draws what it changes, in a task of its own after all that asked before it. */
export function takeTurn(work: () => void): void {
  waiting.push(work)
  if (isRunning) return
  isRunning = true
  setTimeout(next)
}

function next(): void {
  const work = waiting.shift()
  isRunning = work !== undefined
  if (!work) return
  // What is pressed or scrolled meanwhile comes in between.
  setTimeout(next)
  flushSync(work)
}
