import { Refusal } from './problem.ts'
import { rememberBody } from './kept-body.ts'
import type { KeptBody } from './kept-body.ts'

/** What a route hands back; everything HTTP about it is decided here. */
export type Answer = {
  body: string | Uint8Array<ArrayBuffer>
  mediaType: string
  /** Names the body, where it is known already: whoever keeps a body keeps its tag. */
  tag?: string
  /** The body once more, where it is kept, with what it was compressed to. */
  kept?: KeptBody
  headers?: Record<string, string>
  /** Lines that put cookies into the browser, or take them out. */
  cookies?: readonly string[]
  status?: number
}

export function json(value: unknown): Answer {
  return { body: JSON.stringify(value), mediaType: 'application/json' }
}

export function geoJson(value: unknown): Answer {
  return { body: JSON.stringify(value), mediaType: 'application/geo+json' }
}

/** Says that it is done, and nothing besides. */
export function nothing(cookies: readonly string[] = []): Answer {
  return { body: '', mediaType: '', status: 204, cookies }
}

/** A file to keep: browsers save it under `name`. */
export function download(body: string, name: string): Answer {
  const mediaType = 'text/csv; charset=utf-8; header=present'
  return { body, mediaType, headers: { 'Content-Disposition': `attachment; filename="${name}"` } }
}

/** Says how the process is, so it must not be answered from a cache. */
export function uncached(answer: Answer, status: number): Answer {
  return { ...answer, status, headers: { ...answer.headers, 'Cache-Control': 'no-store' } }
}

/** Says to every cache that an answer is its asker's alone. */
export const FOR_ONE_READER = {
  'Cache-Control': 'private, no-store',
  Vary: 'Authorization, Cookie',
}

/**
 * What the public gets may be kept by any cache for a short fixed while; an expiry tied to an embargo would betray it. What
 * is pinned never changes but by a purge, which must have reached every cache after ten minutes (decision 014).
 */
function cacheControl(isPinned: boolean): string {
  return isPinned
    ? 'public, max-age=600, must-revalidate'
    : 'public, max-age=30, stale-while-revalidate=60'
}

/** The answer over HTTP, or 304 when the asker holds it already. The tag is made after the gate, of the body alone. */
export function answerResponse(
  request: Request,
  answer: Answer,
  { isPersonal, isPinned }: { isPersonal: boolean; isPinned: boolean },
): Response {
  const status = answer.status ?? 200
  const tag = answer.tag ?? tagOf(answer.body)
  const headers = new Headers({
    'Content-Type': answer.mediaType,
    'Cache-Control': cacheControl(isPinned),
    Vary: 'Authorization, Cookie',
    ...answer.headers,
    ...(isPersonal ? FOR_ONE_READER : {}),
  })
  for (const cookie of answer.cookies ?? []) headers.append('Set-Cookie', cookie)
  // Says that it depends on nothing.
  if (headers.get('Vary') === '') headers.delete('Vary')
  // What must not be kept needs no name to ask after.
  const isKept = !headers.get('Cache-Control')?.includes('no-store')
  if (isKept) headers.set('ETag', tag)
  if (isKept && isHeld(request, tag)) {
    headers.delete('Content-Type')
    headers.delete('Content-Disposition')
    return new Response(null, { status: 304, headers })
  }
  if (status !== 204) {
    const response = new Response(answer.body, { status, headers })
    if (answer.kept) rememberBody(response, answer.kept)
    return response
  }
  headers.delete('Content-Type')
  return new Response(null, { status, headers })
}

/** A weak tag: it names the answer, whatever it is compressed with on its way. */
export function tagOf(body: string | Uint8Array): string {
  return `W/"${fingerprint(body)}"`
}

/** True when `If-None-Match` names the tag; weak and strong tags count as the same here (RFC 9110). */
function isHeld(request: Request, tag: string): boolean {
  const held = request.headers.get('If-None-Match')
  if (held === null) return false
  const bare = (each: string) => each.trim().replace(/^W\//, '')
  return held.trim() === '*' || held.split(',').some((each) => bare(each) === bare(tag))
}

/**
 * 64 bits that change when the text does: two FNV-1a runs from different starts, and the length. No secret and
 * no signature, and quick without `crypto.subtle`, which is not everywhere this app runs.
 */
export function fingerprint(content: string | Uint8Array): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < content.length; i++) {
    const unit = typeof content === 'string' ? content.charCodeAt(i) : (content[i] ?? 0)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
    b ^= b >>> 13
  }
  return [a >>> 0, b >>> 0, content.length].map((part) => part.toString(36)).join('-')
}

/** Refuses a request whose `Accept` leaves out what this address answers in. */
export function refuseUnlessAccepted(request: Request, mediaType: string): void {
  const accept = request.headers.get('Accept')
  if (accept === null || accept.trim() === '') return
  // GeoJSON is JSON: a client that asks for JSON can read it.
  const offered = mediaType.endsWith('json') ? [mediaType, 'application/json'] : [mediaType]
  const isAccepted = accept.split(',').some((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    if (parameters.some((each) => /^\s*q=0(\.0*)?\s*$/.test(each))) return false
    return (
      range === '*/*' ||
      offered.some((type) => range === type || range === `${type.split('/')[0]}/*`)
    )
  })
  if (!isAccepted) throw new Refusal('media-type', { mediaType })
}
