import { queryOptions } from '@tanstack/react-query'
import { ApiFailure } from '#contract/failure.ts'
import { Problem } from '#contract/problem.ts'
import { WhoAmI } from '#contract/session.ts'
import { becomeAsker } from './asker.ts'
import { API, getJson } from './client.ts'

const SESSION = `${API}/session`
const TIMEOUT_SECONDS = 20

/** Whom the server takes us for, until when, and how one may sign in there. */
export const whoAmIQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson(SESSION, WhoAmI, signal),
  })

/**
 * What came of a try to sign in.
 * - `refused`: the key does not count; which of the reasons it has is told to nobody
 * - `slowed`: too many tries; `seconds` until the next one, null when the server does not say
 * - `failed`: the try did not get that far
 */
export type SignInOutcome =
  | { kind: 'signed-in'; who: WhoAmI }
  | { kind: 'refused' }
  | { kind: 'slowed'; seconds: number | null }
  | { kind: 'failed'; error: unknown }

/** Trades an access key for the cookie of a session. The page is then to be turned over to whoever has it. */
export async function signIn(key: string): Promise<SignInOutcome> {
  try {
    const response = await send('POST', JSON.stringify({ key }))
    if (response.status === 401) return { kind: 'refused' }
    if (response.status === 429)
      return { kind: 'slowed', seconds: secondsIn(response.headers.get('Retry-After')) }
    if (!response.ok) throw await refusalIn(response)
    return { kind: 'signed-in', who: WhoAmI.parse(await response.json()) }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

/** Ends the session, here and in every other tab. Throws `ApiFailure` while it still stands. */
export async function signOut(): Promise<void> {
  const response = await send('DELETE', null)
  if (!response.ok) throw await refusalIn(response)
  becomeAsker('public', { lapsed: false })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it goes to pages of this origin alone
  tabs?.postMessage('signed-out')
}

/** The line between the tabs of this browser, one for the page: it does not hear itself. Null where there is none. */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('jauge-session')

/** Follows what other tabs do, and keeps the browser from bringing back a page that was not the public's. Gives what ends that. */
export function guardSession(): () => void {
  const onSignedOut = () => becomeAsker('public', { lapsed: true })
  tabs?.addEventListener('message', onSignedOut)
  // Kept for the way back, the page must not show for a moment what its reader may no longer see.
  const onLeave = ({ persisted }: PageTransitionEvent) => {
    if (persisted) document.documentElement.hidden = true
  }
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (persisted) location.reload()
  }
  addEventListener('pagehide', onLeave)
  addEventListener('pageshow', onReturn)
  return () => {
    tabs?.removeEventListener('message', onSignedOut)
    removeEventListener('pagehide', onLeave)
    removeEventListener('pageshow', onReturn)
  }
}

async function send(method: 'POST' | 'DELETE', body: string | null): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000)
  const headers = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
    ...(body === null ? {} : { 'content-type': 'application/json' }),
  }
  try {
    return await fetch(SESSION, { method, body, headers, signal, cache: 'no-store' })
  } catch {
    throw new ApiFailure(
      signal.aborted
        ? { kind: 'timeout', seconds: TIMEOUT_SECONDS }
        : { kind: 'network', offline: !navigator.onLine },
    )
  }
}

async function refusalIn(response: Response): Promise<ApiFailure> {
  const read = Problem.safeParse(await response.json().catch(() => null))
  const problem = read.data ?? { type: 'about:blank', title: '', status: response.status }
  return new ApiFailure({ kind: 'problem', problem })
}

/** Of a `Retry-After` in seconds; ours never names a date. */
function secondsIn(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null
}
