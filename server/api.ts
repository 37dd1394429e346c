import type { Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Route } from '#contract/route.ts'
import type { Atlas } from '#domain/atlas.ts'
import type { DataMode } from '#domain/data-mode.ts'
import { isAtLeast } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { viewAmong } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import { isPersonal } from './access/access.ts'
import type { Access } from './access/access.ts'
import { PUBLIC } from './access/caller.ts'
import type { Caller } from './access/caller.ts'
import type { Limits } from './access/limits.ts'
import { refuseFromElsewhere } from './access/origin.ts'
import { clientOf } from './client-address.ts'
import type { EmbedParts } from './embed/parts.ts'
import { answerResponse, refuseUnlessAccepted } from './answer.ts'
import type { Answer } from './answer.ts'
import { bodyOf } from './body.ts'
import { languageOf } from './language.ts'
import { parametersOf } from './parameters.ts'
import { Refusal } from './problem.ts'
import { publicAddress } from './public-address.ts'
import { makeReader } from './reading.ts'
import type { Held, Reader } from './reading.ts'
import { answerKeeper } from './shared-answers.ts'
import type { ReportStore } from './store/store.ts'

export type ApiParts = {
  store: ReportStore
  access: Access
  now: () => Instant
  atlas: Atlas
  dataMode: DataMode
  embeds?: EmbedParts
  report?: (error: Error) => void
  limits?: Limits
}

type BodyOf<Asking extends Route> = Asking extends { body: { schema: infer Schema } }
  ? z.infer<Schema>
  : undefined

/** A request after its parameters and whoever is behind it are known. */
type Asked<Asking extends Route> = {
  request: Request
  query: z.infer<Asking['query']>
  /** The part of the path in braces; empty when there is none of that name. */
  part: (name: string) => string
  /** What was sent along, held to the route's schema; undefined where the route takes nothing in. */
  body: BodyOf<Asking>
  /** Whoever asks; the public where the route answers everybody as the public. */
  caller: Caller
  /** Reads what the asker may see, and decides the window. */
  read: () => Promise<Held>
}

type Handle<Asking extends Route> = (asked: Asked<Asking>) => Promise<Answer> | Answer

type Mount<Method extends Route['method']> = <Asking extends Route & { method: Method }>(
  route: Asking,
  handle: Handle<Asking>,
  sharing?: Sharing,
) => void

/**
 * For a route whose answer to the public may be kept and given to all who ask the same: what the answer takes from the request
 * besides path and parameters. A route that says nothing of it is asked each time.
 */
export type Sharing = (request: Request) => readonly string[]

/** Of a request, path and parameters are all that counts. */
export const BY_QUESTION: Sharing = () => []

/** The language of whoever reads, and the host that they asked, count too. */
export const BY_LANGUAGE_AND_HOST: Sharing = (request) => [
  languageOf(request),
  publicAddress(request).origin,
]

/** Some hundreds of answers. */
const SHARED_BYTES = 64 * 1024 * 1024

export type Api = {
  access: Access
  /** The clock, an instant in UTC. */
  now: () => Instant
  /** Told of an error that is ours, or of what we rely on. */
  report: (error: Error) => void
  store: ReportStore
  atlas: Atlas
  dataMode: DataMode
  read: Reader['read']
  stampOf: Reader['stampOf']
  /** Each puts a route under its address: parameters, caller and format are checked before `handle` sees it. */
  get: Mount<'get'>
  post: Mount<'post'>
  delete: Mount<'delete'>
  /** Who was found behind a request; the public while nobody looked, and where everybody is answered as the public. */
  toldAs: (request: Request) => Caller
}

/** "/series/{metrics}.csv" → "/api/v1/series/:metrics{.+\\.csv}" */
export function pattern({ base, path }: Pick<Route, 'base' | 'path'>): string {
  return (
    base +
    path.replace(/\{(\w+)\}(\.\w+)?/g, (_, name: string, ending?: string) =>
      ending === undefined ? `:${name}` : `:${name}{.+\\${ending}}`,
    )
  )
}

export function makeApi(app: Hono, parts: ApiParts): Api {
  const { store, access, limits, now, atlas, dataMode, report = () => {} } = parts
  const { read, stampOf } = makeReader({ store, now, atlas })
  const share = answerKeeper(SHARED_BYTES)
  const callers = new WeakMap<Request, Caller>()
  const toldAs = (request: Request) => callers.get(request) ?? PUBLIC

  async function callerOf(request: Request, route: Route): Promise<Caller> {
    const caller = route.asPublic ? PUBLIC : await access.callerOf(request)
    callers.set(request, caller)
    if (route.method !== 'get') await refuseUnlessMayWrite(request, caller)
    if (isAtLeast(caller.role, route.least)) return caller
    throw new Refusal(caller.role === 'public' ? 'sign-in' : 'forbidden')
  }

  async function refuseUnlessMayWrite(request: Request, { by }: Caller): Promise<void> {
    // A browser adds cookies to whatever is sent, from wherever; nothing adds a bearer token by itself.
    if (by !== 'key') refuseFromElsewhere(request)
    const seconds = (await limits?.writes.take(clientOf(request))) ?? null
    if (seconds !== null) throw new Refusal('too-many', { seconds })
  }

  /** Null for a question that contradicts itself, and when the store is out of reach: making the answer tells what is wrong. */
  function stampIfAny({ role }: Caller, view: View): Promise<string | null> {
    return stampOf(role, view).catch(() => null)
  }

  function mount<Asking extends Route>(
    route: Asking,
    handle: Handle<Asking>,
    sharing?: Sharing,
  ): void {
    app.on(route.method.toUpperCase(), pattern(route), async ({ req }) => {
      const request = req.raw
      const caller = await callerOf(request, route)
      if (!route.lenient && !route.empty) refuseUnlessAccepted(request, route.mediaType)
      const query = parametersOf<Asking['query']>(parametersFor(route, req.url), route.query)
      const view = viewAmong(query)
      const body = (route.body && (await bodyOf(request, route.body))) as BodyOf<Asking>
      const part = (name: string) => req.param(name) ?? ''
      const make = async () =>
        handle({ request, query, body, part, caller, read: () => read(caller.role, view) })
      const isForOne = isPersonal(request, caller)
      const stamp = sharing && !isForOne ? await stampIfAny(caller, view) : null
      // The query in the order of its schema, whatever the order in the address.
      const question = () => [
        caller.role,
        stamp,
        req.path,
        ...(sharing?.(request) ?? []),
        ...Object.entries(query).flat(),
      ]
      const answer = stamp === null ? await make() : await share(question(), make)
      return answerResponse(request, answer, {
        isPersonal: isForOne,
        isPinned: view.vintage !== undefined,
      })
    })
  }
  return {
    access,
    now,
    report,
    store,
    atlas,
    dataMode,
    read,
    stampOf,
    toldAs,
    get: mount,
    post: mount,
    delete: mount,
  }
}

function parametersFor({ lenient, query }: Route, url: string): URLSearchParams {
  const { searchParams } = new URL(url)
  if (!lenient) return searchParams
  return new URLSearchParams([...searchParams].filter(([name]) => Object.hasOwn(query.shape, name)))
}
