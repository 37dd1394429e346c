import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../bin/jauge.mjs', import.meta.url))

/** `jauge` as its user runs it: a process of its own, with the lines it prints. */
export type Jauge = {
  pid: number | undefined
  lines: string[]
  /** The next line that fits, or one that was printed already. Throws when the process ends without it. */
  line: (fits: (line: string) => boolean) => Promise<string>
  kill: (signal: NodeJS.Signals) => void
  /** The exit code; null when it was killed. */
  ended: Promise<number | null>
}

export function jauge(words: string[], environment: Record<string, string>): Jauge {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [BIN, ...words], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const listeners = new Set<(line: string) => void>()
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      for (const listener of listeners) listener(line)
    })
  }
  // `close`, not `exit`: everything that was printed has been read by then.
  const ended = once(child, 'close').then(() => child.exitCode)
  return {
    pid: child.pid,
    lines,
    ended,
    kill: (signal) => void child.kill(signal),
    line: (fits) =>
      new Promise((resolve, reject) => {
        const take = (line: string) => void (fits(line) && resolve(line))
        for (const line of lines) take(line)
        listeners.add(take)
        void ended.then(() => reject(new Error(`It ended without the line: ${lines.join(' / ')}`)))
      }),
  }
}
