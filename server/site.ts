import { Hono } from 'hono'
import { API_BASE } from '#contract/route.ts'
import type { Atlas } from '#domain/atlas.ts'
import { compressed } from './compression.ts'
import { languageOf } from './language.ts'
import { notFoundPage, pageMaker } from './page.ts'
import type { PageSettings } from './page.ts'
import { loadFiles } from './static-files.ts'

type Api = { fetch: (request: Request) => Response | Promise<Response> }

type SiteParts = {
  atlas: Atlas
  /** What `createApi` made. */
  api: Api
  /** The built client: `dist/client`. */
  folder: string
  settings: PageSettings
}

/** What the API answers at the root of the host, for other people's pages. */
const FRAMED = ['/embed/:chart', '/charts/:file', '/oembed'] as const

/** The screens that one page draws; it reads the rest of the address itself. */
const PAGES = ['/', '/method', '/embed'] as const

/**
 * Everything a reader's browser asks of one host, API included:
 *
 *     const site = await createSite({ api: createApi(…), atlas, folder: 'dist/client', settings })
 *     serve({ fetch: site.fetch, port, hostname })
 *
 * Adds to the API what only a host can: compression, the built files and the page with its first answer inside.
 * The files are read once. Throws when the folder holds no `index.html`.
 */
export async function createSite({ api, atlas, folder, settings }: SiteParts): Promise<Hono> {
  const files = await loadFiles(folder)
  const page = pageMaker(files.template, {
    api,
    atlas,
    settings,
    hasPicture: files.has('/og.png'),
  })
  const site = new Hono()

  site.use('*', async function addWhatEveryAnswerCarries(context, next) {
    await next()
    const { headers } = context.res
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', "frame-ancestors 'self'")
    }
  })

  for (const path of [`${API_BASE}/*`, ...FRAMED]) {
    site.all(path, async ({ req }) => compressed(req.raw, await api.fetch(req.raw)))
  }
  for (const path of PAGES) {
    site.get(path, async ({ req }) => compressed(req.raw, await page(req.raw)))
  }
  site.get('*', ({ req }) => files.answer(req.raw) ?? notFoundPage(languageOf(req.raw)))
  site.all('*', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }))
  return site
}
