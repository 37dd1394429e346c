import type { Problem } from '#contract/problem.ts'
import type { ServerMessage, ServerSay } from './words.ts'

/** A parameter that did not fit, with its reason still without words. */
export type Misfit = { name: string; reason: ServerMessage; values?: Record<string, unknown> }

type Kind =
  | 'address'
  | 'parameters'
  | 'fields'
  | 'not-found'
  | 'method'
  | 'media-type'
  | 'content-type'
  | 'too-large'
  | 'too-many'
  | 'sign-in'
  | 'key'
  | 'cross-site'
  | 'forbidden'
  | 'internal'
  | 'not-implemented'

const STATUS: Record<Kind, number> = {
  address: 414,
  parameters: 400,
  fields: 400,
  'not-found': 404,
  method: 405,
  'media-type': 406,
  'content-type': 415,
  'too-large': 413,
  'too-many': 429,
  'sign-in': 401,
  key: 401,
  'cross-site': 403,
  forbidden: 403,
  internal: 500,
  'not-implemented': 501,
}

/** Thrown anywhere on a request's way; the app answers it as problem details in the reader's language. */
export class Refusal extends Error {
  readonly kind: Kind
  readonly misfits: readonly Misfit[]
  readonly values: Record<string, unknown>

  constructor(kind: Kind, values: Record<string, unknown> = {}, misfits: readonly Misfit[] = []) {
    super(kind)
    this.kind = kind
    this.values = values
    this.misfits = misfits
  }
}

/** What a status has to say to programs besides. */
function headersOf({ kind, values }: Refusal): Record<string, string> {
  if (STATUS[kind] === 401) return { 'WWW-Authenticate': 'Bearer' }
  return kind === 'too-many' ? { 'Retry-After': String(values['seconds']) } : {}
}

/** A 400 that names each parameter. */
export function misfits(...found: readonly Misfit[]): Refusal {
  return refusalOf('parameters', found)
}

/** A 400 that names each field of what was sent along. */
export function fieldMisfits(...found: readonly Misfit[]): Refusal {
  return refusalOf('fields', found)
}

/** Somebody mends so many at a time; a batch may have thousands. */
const MOST_NAMED = 50

function refusalOf(kind: Kind, found: readonly Misfit[]): Refusal {
  const named = found.slice(0, MOST_NAMED)
  const names = named.map(({ name }) => name).join(', ')
  return new Refusal(kind, { n: found.length, names }, named)
}

/** Never cached: a report that is hidden today may be there tomorrow. */
export function problemResponse(refusal: Refusal, say: ServerSay, lang: string): Response {
  const problem: Problem = {
    type: `urn:jauge:problem:${refusal.kind}`,
    title: say(`problem.${refusal.kind}.title`),
    status: STATUS[refusal.kind],
    detail: say(`problem.${refusal.kind}.detail`, refusal.values),
  }
  if (refusal.misfits.length > 0) {
    problem.parameters = refusal.misfits.map(({ name, reason, values }) => ({
      name,
      reason: say(reason, values),
    }))
  }
  // The name of a parameter is sent back as it came: nothing of it may be markup, wherever it ends up.
  const body = JSON.stringify(problem).replace(
    /[<>&']/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return new Response(body, {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': lang,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
      ...headersOf(refusal),
    },
  })
}
