import type * as z from 'zod/mini'
import { ApiFailure } from '#contract/failure.ts'
import { Problem } from '#contract/problem.ts'
import { ROLE_HEADER } from '#contract/session.ts'
import { ROLES } from '#domain/role.ts'
import { becomeAsker, currentAsker } from './asker.ts'
import { DATA_MODE } from './data-mode.ts'

/** Where the API stands, on our own host and below the page's own base: a demo under /demo/ must never ask the real one. */
export const API = `${import.meta.env.BASE_URL}api/v1`

/** Where the files of the geography stand: the same for real and for simulated data. */
export const GEO = `${import.meta.env.BASE_URL}geo/`

const TIMEOUT_SECONDS = 20

/** Reading and checking so many letters takes a slow phone long enough to be felt. */
const LARGE = 50_000
const MOST_WAIT_MS = 1000

/** Waits until nothing is being drawn; not for ever, and not where a browser cannot tell. */
const quiet = () =>
  new Promise<unknown>((resolve) =>
    'requestIdleCallback' in globalThis
      ? requestIdleCallback(resolve, { timeout: MOST_WAIT_MS })
      : resolve(null),
  )

/** The first answer must be the server's own, since it tells who is asking: browsers keep what they were told as the public. */
let first = true

/** Fetches `path` and gives its body as text. Throws `ApiFailure`; when `signal` aborts, what it aborted with. */
export function getText(path: string, accept: string, signal: AbortSignal): Promise<string> {
  return get(path, { accept, signal }, (response) => response.text())
}

/** The same for what is no text. */
export function getBlob(path: string, accept: string, signal: AbortSignal): Promise<Blob> {
  return get(path, { accept, signal }, (response) => response.blob())
}

/** The limit of time covers the body too: a line that dies half-way must not leave a screen waiting for ever. */
async function get<Body>(
  path: string,
  { accept, signal }: { accept: string; signal: AbortSignal },
  read: (response: Response) => Promise<Body>,
): Promise<Body> {
  const stop = new AbortController()
  const onAbort = () => stop.abort(signal.reason)
  signal.addEventListener('abort', onAbort)
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    stop.abort()
  }, TIMEOUT_SECONDS * 1000)
  try {
    const headers = { accept, 'accept-language': document.documentElement.lang }
    const { role, turn } = currentAsker()
    const tells = path.startsWith(API)
    const cache = role === 'public' ? (first && tells ? 'no-cache' : 'default') : 'no-store'
    if (tells) first = false
    const response = await fetch(path, { signal: stop.signal, headers, cache })
    if (!response.ok) {
      const problem = problemIn(await response.text(), response.status)
      noteAsker(path, response, turn)
      throw new ApiFailure({ kind: 'problem', problem })
    }
    const body = await read(response)
    noteAsker(path, response, turn)
    if (!path.startsWith(GEO)) refuseOther(response)
    return body
  } catch (error) {
    if (error instanceof ApiFailure || signal.aborted) throw error
    if (timedOut) throw new ApiFailure({ kind: 'timeout', seconds: TIMEOUT_SECONDS })
    throw new ApiFailure({ kind: 'network', offline: !navigator.onLine })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

/** Fetches JSON and holds it to its contract, by `reads` where the parser would take too long. Throws `ApiFailure`. */
export async function getJson<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
  reads: (value: unknown) => z.core.util.SafeParseResult<z.output<Schema>> = (value) =>
    schema.safeParse(value),
): Promise<z.output<Schema>> {
  const text = await getText(path, 'application/json', signal)
  if (text.length > LARGE) await quiet()
  const read = reads(parsed(text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const reason = `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`
  throw new ApiFailure({ kind: 'off-contract', path, reason })
}

/**
 * Every answer of the API tells the role that it is meant for. One for another than the page's own is not shown: it turns
 * the page over to that role, which asks anew. One that was asked for before such a turn is merely late.
 */
function noteAsker(path: string, { headers, status }: Response, turn: number): void {
  // Embeds answer everybody as the public; what stands in front of the API, and a server that breaks, for nobody.
  if (!path.startsWith(API) || !headers.has('X-Data-Mode') || status >= 500) return
  const told = ROLES.find((role) => role === headers.get(ROLE_HEADER)) ?? 'public'
  const now = currentAsker()
  if (told === now.role) return
  if (turn === now.turn) becomeAsker(told, { lapsed: told === 'public' })
  throw new ApiFailure({ kind: 'network', offline: false })
}

/** An answer that does not say what it is of comes from some host, and so is no demo's. */
function refuseOther(response: Response): void {
  const told = response.headers.get('X-Data-Mode') ?? 'live'
  if (told !== DATA_MODE) throw new ApiFailure({ kind: 'other-data', isDemo: told === 'demo' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function problemIn(body: string, status: number): Problem {
  const read = Problem.safeParse(parsed(body))
  // A proxy in front may answer for the API, in HTML: then the status is all we know.
  return read.success ? read.data : { type: 'about:blank', title: '', status }
}
