import type { Demo, DemoState } from './demo.ts'
import type { Answered, FromWorker, Start, ToWorker } from './messages.ts'

type Parts = Omit<Start, 'root'> & {
  /** The path that the demo stands under, with a slash at both ends. */
  base: string
}

/** The page's end of the line to the worker: the control of the demo, and the way its requests go. */
export type Line = Demo & {
  /** Answers a request for something below the base. Rejects when the request is aborted. */
  answer: (request: Request) => Promise<Response>
  /** Says how the API is reached from now on. */
  setThrough: (through: DemoState['through']) => void
  setWatched: (watched: boolean) => void
  /** Calls `listener` with the reason when the deployment cannot go on. */
  onBroken: (listener: (reason: string) => void) => void
}

/**
 * Starts the deployment behind `port`. Resolves when its history is told and it answers; rejects with what went wrong
 * when it cannot begin.
 */
export function connect(
  port: MessagePort,
  { base, geography, script, until, ...parts }: Parts,
): Promise<Line> {
  const listeners = new Set<() => void>()
  const answers = new Map<number, (answer: Answered) => void>()
  const prints = new Map<number, (fingerprint: string | null) => void>()
  const broken = new Set<(reason: string) => void>()
  const send = (message: ToWorker) => port.postMessage(message)
  let last = 0
  let state: DemoState = { ...parts, now: '', reports: 0, version: 0, through: 'service-worker' }

  function change(by: Partial<DemoState>): void {
    state = { ...state, ...by }
    for (const listener of listeners) listener()
  }

  const line: Line = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setSpeed(speed) {
      send({ kind: 'speed', speed })
      change({ speed })
    },
    setRole(role) {
      send({ kind: 'role', role })
      change({ role })
    },
    setThrough: (through) => change({ through }),
    setWatched: (watched) => send({ kind: 'watched', watched }),
    onBroken: (listener) => broken.add(listener),
    fingerprint: () =>
      new Promise((resolve, reject) => {
        const id = (last += 1)
        prints.set(id, (made) => (made === null ? reject(new Error('no digest')) : resolve(made)))
        send({ kind: 'fingerprint', id })
      }),
    async answer(request) {
      const { signal } = request
      const id = (last += 1)
      const asked = {
        method: request.method,
        url: belowBase(request.url, base),
        headers: [...request.headers] as [string, string][],
        body: /^(GET|HEAD)$/.test(request.method) ? null : (await request.text()) || null,
      }
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', () => {
          if (answers.delete(id)) send({ kind: 'drop', id })
          reject(signal.reason)
        })
        answers.set(id, ({ body, status, headers }) =>
          resolve(new Response(body, { status, headers })),
        )
        send({ kind: 'ask', id, request: asked })
      })
    },
  }

  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      reject(new Error(reason))
      for (const listener of broken) listener(reason)
    }
    port.addEventListener('messageerror', () => fail('messageerror'))
    port.addEventListener('error', (event) => fail((event as ErrorEvent).message || 'Worker'))
    port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'state':
          change(data.state)
          return resolve(line)
        case 'failed':
          return fail(data.reason)
        case 'answer':
          answers.get(data.id)?.(data.answer)
          answers.delete(data.id)
          return
        case 'fingerprint':
          prints.get(data.id)?.(data.fingerprint)
          prints.delete(data.id)
      }
    })
    const root = base.slice(0, -1)
    send({ kind: 'start', geography, root, script, ...(until && { until }), ...parts })
  })
}

/** The same request as the API knows it: "/demo/api/v1/reports" is its "/api/v1/reports". */
function belowBase(address: string, base: string): string {
  const url = new URL(address)
  return new URL(url.pathname.slice(base.length - 1) + url.search, url.origin).href
}
