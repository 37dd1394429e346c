import { Hono } from 'hono'
import type { Route } from '#contract/route.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import { ROLE_HEADER } from '#contract/session.ts'
import { isPersonal } from './access/access.ts'
import { FOR_ONE_READER } from './answer.ts'
import { makeApi, pattern } from './api.ts'
import type { ApiParts } from './api.ts'
import { languageOf } from './language.ts'
import { problemResponse, Refusal } from './problem.ts'
import { framePartsOf, NO_EMBED_PARTS } from './embed/parts.ts'
import { mountCharts } from './routes/charts.ts'
import { mountCorridors } from './routes/corridors.ts'
import { mountEmbed } from './routes/embed.ts'
import { mountFeed } from './routes/feed.ts'
import { mountHappenings } from './routes/happenings.ts'
import { mountMeta } from './routes/meta.ts'
import { mountOEmbed } from './routes/oembed.ts'
import { mountProvider } from './routes/provider.ts'
import { mountReport } from './routes/report.ts'
import { mountReports } from './routes/reports.ts'
import { mountSeries } from './routes/series.ts'
import { mountSession } from './routes/session.ts'
import { mountSites } from './routes/sites.ts'
import { mountSituation } from './routes/situation.ts'
import { mountWriting } from './routes/writing.ts'
import { serverWords } from './words.ts'

/**
 * The HTTP API as one web-standard app: `createApi(parts).fetch(request)`. It knows no Node and no database,
 * so the same app answers from a server, in a test and inside a page.
 *
 * - `store`: where disclosed reports are read
 * - `access`: who is asking, and how one signs in
 * - `now`: the clock, an instant in UTC
 * - `atlas`: places, corridors and legs
 * - `dataMode`: whether what the store holds is real; every answer says so
 * - `embeds`: what frames on other sites need besides; absent: no script in them, and no PNG
 * - `limits`: how much a client may change within a while; absent: as much as it likes
 * - `report`: told of an error that is ours, before it is answered as 500 without its details
 */
export function createApi(parts: ApiParts): Hono {
  const app = new Hono()
  const api = makeApi(app, parts)
  app.use('*', async function addWhatEveryAnswerCarries(context, next) {
    await next()
    const { headers } = context.res
    const request = context.req.raw
    const caller = api.toldAs(request)
    headers.set('X-Data-Mode', parts.dataMode)
    headers.set('X-Content-Type-Options', 'nosniff')
    if (caller.role !== 'public') headers.set(ROLE_HEADER, caller.role)
    if (isPersonal(request, caller)) {
      for (const [name, value] of Object.entries(FOR_ONE_READER)) headers.set(name, value)
      return
    }
    headers.set('Access-Control-Allow-Origin', '*')
    headers.set('Access-Control-Expose-Headers', 'ETag, X-Data-Mode, Content-Disposition')
  })
  mountSituation(api)
  mountCorridors(api)
  mountHappenings(api)
  mountSites(api)
  mountSeries(api)
  mountReports(api)
  mountReport(api)
  mountWriting(api)
  mountSession(api)
  mountProvider(api)
  mountMeta(api)
  const frames = framePartsOf(api, parts.embeds ?? NO_EMBED_PARTS)
  mountEmbed(api, frames)
  mountCharts(api, frames)
  mountOEmbed(api, frames)
  mountFeed(api)
  refuseOtherMethods(app, Object.values(ALL_ROUTES))

  // Answered and not thrown: what is thrown here passes by the headers that every answer carries.
  app.notFound(({ req }) => refused(req.raw, new Refusal('not-found')))
  app.onError((error, { req }) => {
    if (error instanceof Refusal) return refused(req.raw, error)
    parts.report?.(error)
    return refused(req.raw, new Refusal('internal'))
  })
  return app
}

/** Stands behind the routes: whatever reaches it asks an address for what it does not do. */
function refuseOtherMethods(app: Hono, routes: readonly Route[]): void {
  for (const path of new Set(routes.map(pattern))) {
    const methods = routes.filter((route) => pattern(route) === path).map(({ method }) => method)
    const reading = methods.includes('get') ? ['GET', 'HEAD'] : []
    const writing = methods.filter((method) => method !== 'get').map((each) => each.toUpperCase())
    const allowed = [...reading, 'OPTIONS', ...writing].join(', ')
    app.options(path, () => {
      const headers = {
        Allow: allowed,
        // Pages elsewhere may read what is public, and no more than that.
        'Access-Control-Allow-Methods': [...reading, 'OPTIONS'].join(', '),
        'Access-Control-Max-Age': '86400',
      }
      return new Response(null, { status: 204, headers })
    })
    app.all(path, ({ req }) => {
      const response = refused(req.raw, new Refusal('method', { methods: allowed }))
      response.headers.set('Allow', allowed)
      return response
    })
  }
}

function refused(request: Request, refusal: Refusal): Response {
  const lang = languageOf(request)
  return problemResponse(refusal, serverWords(lang), lang)
}
