import type { Hono } from 'hono'
import type * as z from 'zod/mini'
import { API_BASE } from '#contract/routes.ts'
import type { Route } from '#contract/routes.ts'
import type { Atlas } from '#domain/atlas.ts'
import type { DataMode } from '#domain/data-mode.ts'
import { isAtLeast } from '#domain/role.ts'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { View } from '#domain/view.ts'
import { answerResponse, refuseUnlessAccepted } from './answer.ts'
import type { Answer } from './answer.ts'
import { parametersOf } from './parameters.ts'
import { Refusal } from './problem.ts'
import { makeReader } from './reading.ts'
import type { Held } from './reading.ts'
import type { ReportStore } from './store/store.ts'

export type ApiParts = {
  store: ReportStore
  roleOf: (request: Request) => Role | Promise<Role>
  now: () => Instant
  atlas: Atlas
  dataMode: DataMode
  report?: (error: Error) => void
}

/** A request after its parameters and its role are known. */
type Asked<Asking extends Route> = {
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
  read: (role: Role, view: View) => Promise<Held>
  /** Puts a route under its address: parameters, role and format are checked before `handle` sees it. */
  get: <Asking extends Route>(route: Asking, handle: Handle<Asking>) => void
}

/** "/series/{metrics}.csv" → "/api/v1/series/:metrics{.+\\.csv}" */
export function pattern(path: string): string {
  return (
    API_BASE +
    path.replace(/\{(\w+)\}(\.\w+)?/g, (_, name: string, ending?: string) =>
      ending === undefined ? `:${name}` : `:${name}{.+\\${ending}}`,
    )
  )
}

export function makeApi(app: Hono, { store, roleOf, now, atlas, dataMode }: ApiParts): Api {
  const read = makeReader({ store, now, atlas })
  return {
    store,
    atlas,
    dataMode,
    read,
    get<Asking extends Route>(route: Asking, handle: Handle<Asking>) {
      app.get(pattern(route.path), async ({ req }) => {
        const role = await roleOf(req.raw)
        if (!isAtLeast(role, route.least)) throw new Refusal('forbidden')
        refuseUnlessAccepted(req.raw, route.mediaType)
        const query = parametersOf<Asking['query']>(new URL(req.url).searchParams, route.query)
        const view = viewIn(query)
        const part = (name: string) => req.param(name) ?? ''
        const answer = await handle({ query, part, role, read: () => read(role, view) })
        return answerResponse(req.raw, answer, { role, isPinned: view.vintage !== undefined })
      })
    },
  }
}

/** The View among a route's parameters, which may be more. */
function viewIn(query: Record<string, unknown>): View {
  return View.parse(
    Object.fromEntries(Object.entries(query).filter(([name]) => name in View.shape)),
  )
}
