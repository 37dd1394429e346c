import type { Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Route } from '#contract/route.ts'
import type { Atlas } from '#domain/atlas.ts'
import type { DataMode } from '#domain/data-mode.ts'
import { isAtLeast } from '#domain/role.ts'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { viewAmong } from '#domain/view.ts'
import type { EmbedParts } from './embed/parts.ts'
import { answerResponse, refuseUnlessAccepted } from './answer.ts'
import type { Answer } from './answer.ts'
import { parametersOf } from './parameters.ts'
import { Refusal } from './problem.ts'
import { makeReader } from './reading.ts'
import type { Held, Reader } from './reading.ts'
import type { ReportStore } from './store/store.ts'

export type ApiParts = {
  store: ReportStore
  roleOf: (request: Request) => Role | Promise<Role>
  now: () => Instant
  atlas: Atlas
  dataMode: DataMode
  embeds?: EmbedParts
  report?: (error: Error) => void
}

/** A request after its parameters and its role are known. */
type Asked<Asking extends Route> = {
  request: Request
  query: z.infer<Asking['query']>
  /** The part of the path in braces; empty when there is none of that name. */
  part: (name: string) => string
  role: Role
  /** Reads what the asker may see, and decides the window. */
  read: () => Promise<Held>
}

type Handle<Asking extends Route> = (asked: Asked<Asking>) => Promise<Answer> | Answer

export type Api = {
  store: ReportStore
  atlas: Atlas
  dataMode: DataMode
  read: Reader['read']
  stampOf: Reader['stampOf']
  /** Puts a route under its address: parameters, role and format are checked before `handle` sees it. */
  get: <Asking extends Route>(route: Asking, handle: Handle<Asking>) => void
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

export function makeApi(app: Hono, { store, roleOf, now, atlas, dataMode }: ApiParts): Api {
  const { read, stampOf } = makeReader({ store, now, atlas })
  return {
    store,
    atlas,
    dataMode,
    read,
    stampOf,
    get<Asking extends Route>(route: Asking, handle: Handle<Asking>) {
      app.get(pattern(route), async ({ req }) => {
        const role = route.asPublic ? 'public' : await roleOf(req.raw)
        if (!isAtLeast(role, route.least)) throw new Refusal('forbidden')
        if (!route.lenient) refuseUnlessAccepted(req.raw, route.mediaType)
        const query = parametersOf<Asking['query']>(parametersFor(route, req.url), route.query)
        const view = viewAmong(query)
        const part = (name: string) => req.param(name) ?? ''
        const request = req.raw
        const answer = await handle({ request, query, part, role, read: () => read(role, view) })
        return answerResponse(req.raw, answer, { role, isPinned: view.vintage !== undefined })
      })
    },
  }
}

function parametersFor({ lenient, query }: Route, url: string): URLSearchParams {
  const { searchParams } = new URL(url)
  if (!lenient) return searchParams
  return new URLSearchParams([...searchParams].filter(([name]) => Object.hasOwn(query.shape, name)))
}
