import { Hono } from 'hono'
import { API_BASE } from '#contract/route.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import type { Atlas } from '#domain/atlas.ts'
import { compressed } from './compression.ts'
import { languageOf } from './language.ts'
import { DEMO_BASE, demoSite } from './demo-site.ts'
import { painter } from './paint.ts'
import { notFoundPage, pageMaker, SCREENS } from './page.ts'
import type { PageSettings } from './page.ts'
import { guard } from './security-headers.ts'
import { loadFiles } from './static-files.ts'

type Api = { fetch: (request: Request) => Response | Promise<Response> }

type SiteParts = {
  atlas: Atlas
  /** What `createApi` made. */
  api: Api
  /** The built client: `dist/client`. */
  folder: string
  /** The built demo: `dist/demo`; a folder that is not there makes a site without one. */
  demoFolder?: string
  settings: PageSettings
  report?: (error: Error) => void
}

/** What the API answers at the root of the host: "/charts/{chart}.svg" → "/charts/:part", whatever it ends in. */
const AT_ROOT = new Set(
  Object.values(ALL_ROUTES)
    .filter(({ base }) => base === '')
    .map(({ path }) => path.replaceAll(/\{\w+\}(\.\w+)?/g, ':part')),
)

/**
 * Everything a reader's browser asks of one host, API included:
 *
 *     const site = await createSite({ api: createApi(…), atlas, folder: 'dist/client', settings })
 *     serve({ fetch: site.fetch, port, hostname })
 *
 * Adds to the API what only a host can: compression, the built files and the page with its first answer inside.
 * The files are read once. Throws when the folder holds no `index.html`.
 */
export async function createSite(parts: SiteParts): Promise<Hono> {
  const { api, atlas, folder, demoFolder, settings, report } = parts
  const files = await loadFiles(folder)
  const demo = demoFolder === undefined ? null : await demoSite(demoFolder)
  const page = pageMaker(files.template, {
    api,
    atlas,
    settings,
    hasPicture: files.has('/og.png'),
    demo: demo && DEMO_BASE,
    paint: await painter(folder),
    report,
  })
  const site = new Hono()

  site.use('*', async function addWhatEveryAnswerCarries(context, next) {
    await next()
    guard(context.req.raw, context.res, { tiles: settings.tiles?.url ?? null })
  })

  for (const path of [`${API_BASE}/*`, ...AT_ROOT]) {
    site.all(path, async ({ req }) => compressed(req.raw, await api.fetch(req.raw)))
  }
  for (const path of SCREENS) {
    site.get(path, async ({ req }) => compressed(req.raw, await page(req.raw)))
  }
  if (demo) site.route('/', demo)
  site.get('*', ({ req }) => files.answer(req.raw) ?? notFoundPage(languageOf(req.raw)))
  site.all('*', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }))
  return site
}
