import pino from 'pino'
import type { DestinationStream } from 'pino'
import { ALL_ROUTES } from '#contract/routes.ts'
import { errorCode } from './operator-error.ts'
import { SCREENS } from './page.ts'

/** What is told of an answer. Nothing of whoever asked, and nothing that they wrote: not even the address, but its route. */
export type Answered = {
  method: string
  /** From the root; only its route is written down. */
  path: string
  status: number
  /** From the request's headers to the answer's last byte. */
  ms: number
  role: string
  /** True when the asker left before the answer's last byte. */
  cut: boolean
}

export type Log = {
  answered: (told: Answered) => void
  /** An error of ours. Its message stays out: a database puts the values of a statement in it. */
  failed: (error: Error) => void
}

/** Kept for whoever reads the output slowly; what is more than that is lost, and the server goes on. */
const WAITING_BYTES = 1024 * 1024

/** Never waits for its reader: a log that nobody reads must not stop the answers. What is left goes out at the end. */
export const standardOutput = () =>
  pino.destination({ fd: 1, sync: false, maxLength: WAITING_BYTES })

/** JSON lines. */
export function makeLog(into: DestinationStream): Log {
  const lines = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    into,
  )
  return {
    answered({ method, path, status, ms, role, cut }) {
      const told = { method, route: routeOf(path), status, ms: Math.round(ms), role }
      lines[status >= 500 ? 'error' : 'info'](cut ? { ...told, cut } : told)
    },
    failed(error) {
      lines.error({ error: shapeOf(error), cause: shapeOf(error.cause) })
    },
  }
}

/** What kind of error it is and where it came from: enough to find it, and no value that it was about. */
function shapeOf(error: unknown) {
  if (!(error instanceof Error)) return undefined
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  return {
    name: error.name,
    code: errorCode(error),
    at: frames.slice(0, 8).map((line) => line.trim().replace(/^at /, '')),
  }
}

const ROUTES = [...new Set(Object.values(ALL_ROUTES).map(({ base, path }) => base + path))]
const SHAPES = [...SCREENS, ...ROUTES].map((route) => ({
  route,
  shape: new RegExp(`^${route.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))
const FOLDERS = ['/assets/', '/geo/', '/demo/']

/** "/api/v1/reports/0198…" → "/api/v1/reports/{id}"; "other" for what is none of ours: it may be anything. */
export function routeOf(path: string): string {
  const folder = FOLDERS.find((each) => path.startsWith(each))
  if (folder !== undefined) return `${folder}*`
  // A fixed name is more than a part in braces that it would fit into.
  return (
    SHAPES.find(({ route }) => route === path)?.route ??
    SHAPES.find(({ shape }) => shape.test(path))?.route ??
    'other'
  )
}
