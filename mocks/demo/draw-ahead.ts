import { CHARTS, EMBED_THEMES, embedAddress } from '#contract/embed.ts'
import type { Chart, EmbedTheme } from '#contract/embed.ts'
import { ChartJson } from '#contract/embed-answers.ts'
import { drawnAddress } from '#contract/drawn-embed.ts'
import type { Atlas } from '#domain/atlas.ts'
import { period } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { CLOCK_STARTS } from '#mocks/simulator/simulation.ts'
import type { EmbedParts } from '#server/embed/parts.ts'
import { escaped } from '#server/html.ts'
import { serverWords } from '#server/words.ts'
import { demoAddresses } from './addresses.ts'
import { DEMO_DEFAULTS } from './demo.ts'
import { deploy } from './deployment.ts'
import type { Deployment } from './deployment.ts'

type Parts = {
  /** The path that the demo stands under, with a slash at both ends. */
  base: string
  atlas: Atlas
  ground: EmbedParts['base']
  /** Addresses of what the build has made: of each frame's script, of the one that draws anew, and of the demo's worker. */
  scripts: { enhance: string; redraw: string; worker: string }
}

/** A host is not known while building; what names it is taken out again. */
const HOST = 'http://drawn.ahead'

const LANGUAGES = ['fr', 'en'] as const

/** Where the numbers of a chart lie, from the demo's path on. */
const csvPath = (chart: Chart, lang: Lang) => `/charts/jauge-demo-${chart}-${lang}.csv`

/** Gives each file by its path below the demo's. */
export type Drawn = ReadonlyMap<string, string>

/**
 * What a static host hands out to other people's pages: each chart in each language and theme, of the country that every
 * demo begins with and as its clock begins, with its numbers beside it.
 */
export async function drawAhead({ base, atlas, ground, scripts }: Parts): Promise<Drawn> {
  const root = base.slice(0, -1)
  const addresses = demoAddresses(root, DEMO_DEFAULTS)
  const deployment = await deploy({
    ...DEMO_DEFAULTS,
    atlas,
    base: ground,
    script: scripts.enhance,
    addresses: {
      ...addresses,
      // It is held at the moment that its file was drawn at, and so its address need not say.
      embed: (embed) => addresses.embed({ ...embed, view: { ...embed.view, vintage: undefined } }),
      csv: ({ chart, view }) => root + csvPath(chart, view.lang ?? 'fr'),
    },
    report(error) {
      throw error
    },
  })
  const files = new Map<string, string>()
  for (const chart of CHARTS)
    for (const lang of LANGUAGES) {
      const of = { deployment, chart, lang }
      files.set(csvPath(chart, lang).slice(1), await fetched(of, 'csv'))
      const { window } = ChartJson.parse(JSON.parse(await fetched(of, 'json')))
      for (const theme of EMBED_THEMES) {
        const page = await pageOf({ ...of, theme, base, scripts, window })
        files.set(pagePath(chart, lang, theme), page)
      }
    }
  return files
}

type Of = { deployment: Deployment; chart: Chart; lang: Lang }

/** From the demo's path on. */
function pagePath(chart: Chart, lang: Lang, theme: EmbedTheme): string {
  return drawnAddress(embedAddress({ chart, view: { lang }, theme })).slice(1)
}

const embedOf = (chart: Chart, lang: Lang, theme: EmbedTheme) => ({
  chart,
  view: { vintage: CLOCK_STARTS, lang } as const,
  theme: theme === 'auto' ? undefined : theme,
})

async function fetched({ deployment, chart, lang }: Of, format: 'csv' | 'json'): Promise<string> {
  return (
    await answered(deployment, `/charts/${chart}.${format}?vintage=${CLOCK_STARTS}&lang=${lang}`)
  ).text()
}

async function answered(deployment: Deployment, path: string): Promise<Response> {
  const response = await deployment.answer(new Request(HOST + path))
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

type Page = Of &
  Pick<Parts, 'base' | 'scripts'> & { theme: EmbedTheme; window: { from: string; to: string } }

/** The page as the server gives it, with what a static host cannot say in headers, and what it shows in words. */
async function pageOf({ deployment, chart, lang, theme, base, scripts, window }: Page) {
  const response = await answered(deployment, embedAddress(embedOf(chart, lang, theme)))
  const say = serverWords(lang)
  const words = { window: period(window, lang) }
  const [busy, failed] = (['frame.drawn.busy', 'frame.drawn.failed'] as const).map((id) =>
    escaped(say(id, words)),
  )
  const policy = policyFor(response.headers.get('Content-Security-Policy') ?? '')
  const put: [mark: string, text: string][] = [
    [
      '<meta charset="utf-8">',
      `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escaped(policy)}"><meta name="robots" content="noindex">`,
    ],
    [
      '<style>',
      `<script defer src="${escaped(scripts.redraw)}" data-base="${escaped(base)}" data-worker="${escaped(scripts.worker)}"></script><style>`,
    ],
    [
      '</article>',
      `<p class="sub" id="drawn" role="status" data-busy="${busy}" data-failed="${failed}">${escaped(say('frame.drawn', words))}</p></article>`,
    ],
  ]
  const html = (await response.text())
    .replace(/\s*<meta property="og:url"[^>]*>/, '')
    .replaceAll(HOST, '')
  return put.reduce((page, [mark, text]) => {
    if (!page.includes(mark)) throw new Error(`The page of ${chart} has no ${mark}`)
    return page.replace(mark, () => text)
  }, html)
}

/** In a page, a policy cannot say who may frame it; and another view is made by a worker, out of files of this host. */
function policyFor(header: string): string {
  const kept = header.split('; ').filter((part) => !part.startsWith('frame-ancestors'))
  return [...kept, "connect-src 'self'", "worker-src 'self'"].join('; ')
}
