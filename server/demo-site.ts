import { Hono } from 'hono'
import { answerResponse } from './answer.ts'
import { compressed } from './compression.ts'
import { demoPolicy, drawnFramePolicy, NOTHING, WORKER } from './content-policy.ts'
import { languageOf } from './language.ts'
import { problemResponse, Refusal } from './problem.ts'
import { SCREENS } from './page.ts'
import { loadFiles } from './static-files.ts'
import { serverWords } from './words.ts'

/** Files that other people's pages may frame. */
const FRAMED = /^\/embed\/[a-z]+-[\w-]+\.html$/
/** What a demo answers in the reader's browser, and nobody does here. */
const ANSWERED = /^\/(embed\/.|charts\/|oembed$)/

/** Where the demo stands on the server: an address space of its own, which no request leaves. */
export const DEMO_BASE = '/demo/'

const PUBLIC = { isPersonal: false, isPinned: false } as const

/**
 * The demo that was built into `folder`, to be mounted under `DEMO_BASE`; null when there is none, or when it was built to
 * stand elsewhere. Its API is in the reader's browser: here there is none, and no question of the demo's reaches the real one.
 */
export async function demoSite(folder: string): Promise<Hono | null> {
  const files = await loadFiles(folder).catch(() => null)
  if (!files?.template.includes(`<meta name="jauge-base" content="${DEMO_BASE}">`)) return null
  // Beside the product there is a way back to it.
  const body = files.template.replace('</head>', `<meta name="jauge-product" content="/"></head>`)
  const policy = demoPolicy(body)
  const policies = new Map(
    [...files.pages].map(([path, html]) => [
      path,
      FRAMED.test(path) ? drawnFramePolicy(html) : policy,
    ]),
  )
  const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy }
  const page = { body, headers, mediaType: 'text/html; charset=utf-8' }
  const site = new Hono()
  site.use(`${DEMO_BASE}*`, async function keepOutOfSearch(context, next) {
    await next()
    // Simulated figures must not be found by somebody who looks for real ones.
    context.res.headers.set('X-Robots-Tag', 'noindex')
  })
  site.get(DEMO_BASE.slice(0, -1), ({ req, redirect }) =>
    redirect(DEMO_BASE + new URL(req.url).search, 308),
  )
  site.all(`${DEMO_BASE}api/*`, ({ req }) => missing(req.raw))
  site.get(`${DEMO_BASE}*`, ({ req }) => {
    const path = req.path.slice(DEMO_BASE.length - 1)
    const file = files.answer(req.raw, path)
    if (file) return under(file, policies.get(path) ?? (path.endsWith('.js') ? WORKER : NOTHING))
    if (ANSWERED.test(path)) return missing(req.raw)
    // What is no screen is said to be missing by the page itself, with the status that a static host would give.
    const status = SCREENS.some((screen) => screen === path) ? 200 : 404
    return compressed(req.raw, answerResponse(req.raw, { ...page, status }, PUBLIC))
  })
  return site
}

function under(file: Response, policy: string): Response {
  file.headers.set('Content-Security-Policy', policy)
  return file
}

function missing(request: Request): Response {
  const lang = languageOf(request)
  return problemResponse(new Refusal('not-found'), serverWords(lang), lang)
}
