import { pictureAddress } from '#contract/embed.ts'
import type { Format } from '#contract/embed.ts'
import { EMBED_ROUTES } from '#contract/embed-routes.ts'
import { fileStem } from '#domain/data-mode.ts'
import type { Window } from '#domain/situation.ts'
import { viewAmong } from '#domain/view.ts'
import type { View } from '#domain/view.ts'
import type { Lang } from '#i18n/words.ts'
import type { Answer } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { keptHeaders } from '#server/embed/caching.ts'
import type { ReadyChart } from '#server/embed/chart.ts'
import { pictureWords } from '#server/embed/frame.ts'
import type { FrameParts } from '#server/embed/parts.ts'
import { chartNamed } from '#server/embed/question.ts'
import { languageOf } from '#server/language.ts'
import { Refusal } from '#server/problem.ts'
import { publicAddress } from '#server/public-address.ts'

/** Width of a picture that nobody chose one for, px: an article's column, twice. */
const USUAL_WIDTH = 800

/** What the routes' queries have in common; each allows some of it. */
type Query = View & {
  last?: string | undefined
  theme?: 'light' | 'dark' | undefined
  width?: number | undefined
  height?: number | undefined
  scale?: '1' | '2' | undefined
  raw?: '0' | '1' | undefined
  bom?: '0' | '1' | undefined
}

type Taken = { ready: ReadyChart; window: Window; query: Query; lang: Lang; host: string }

const MEDIA_TYPES: Record<Format, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
}

/** Charts as files: pictures and numbers of any view, as the public sees it. */
export function mountCharts(
  { get, stampOf, dataMode }: Api,
  { make, keep, png, addresses }: FrameParts,
): void {
  const write: Record<Format, (taken: Taken) => Promise<Answer['body']>> = {
    svg: async (taken) => pictureOf(taken),
    png: async (taken) => {
      if (png === null) throw new Refusal('not-implemented')
      return png(pictureOf(taken), taken.query.scale === '2' ? 2 : 1)
    },
    csv: async ({ ready, query }) => ready.csv(query),
    json: async ({ ready }) => JSON.stringify(ready.json()),
  }

  async function answer(
    format: Format,
    { request, query, name }: { request: Request; query: Query; name: string },
  ): Promise<Answer> {
    const chart = chartNamed(name.slice(0, -format.length - 1))
    const lang = languageOf(request)
    const view = { ...viewAmong(query), lang }
    const host = publicAddress(request).host + addresses.root
    const key = [await stampOf('public', view), host, addressOf(format, chart, query, view)]
    const kept = await keep(key, async () => {
      const { ready, window } = await make(chart, view, query.last, lang)
      const body = await write[format]({ ready, window, query, lang, host })
      const file = `${fileStem(dataMode, 'public')}-${chart}-${window.from}-${window.to}.${format}`
      // Pictures are shown where they are named; tables are saved.
      const how = format === 'csv' ? 'attachment' : 'inline'
      return {
        body,
        mediaType: MEDIA_TYPES[format],
        headers: { 'Content-Disposition': `${how}; filename="${file}"`, ...GUARD },
      }
    })
    return { ...kept, headers: { ...kept.headers, ...keptHeaders(query, lang) } }
  }

  const { chartSvg, chartPng, chartCsv, chartJson } = EMBED_ROUTES
  get(chartSvg, ({ request, query, part }) =>
    answer('svg', { request, query, name: part('chart') }),
  )
  get(chartPng, ({ request, query, part }) =>
    answer('png', { request, query, name: part('chart') }),
  )
  get(chartCsv, ({ request, query, part }) =>
    answer('csv', { request, query, name: part('chart') }),
  )
  get(chartJson, ({ request, query, part }) =>
    answer('json', { request, query, name: part('chart') }),
  )
}

/** Opened as a page of its own, a picture may do nothing at all. */
const GUARD = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/** The question in its one spelling. */
function addressOf(format: Format, chart: ReadyChart['chart'], query: Query, view: View): string {
  const { last, theme, width, height, scale, raw, bom } = query
  const whole = { chart, view, last, theme, height, format, width }
  return [pictureAddress({ ...whole, scale: scale === '2' ? 2 : 1 }), raw, bom].join(' ')
}

function pictureOf({ ready, window, query, lang, host }: Taken): string {
  const { width = USUAL_WIDTH, height = null, theme = 'light' } = query
  return ready.svg({
    width,
    height,
    theme,
    standalone: true,
    frame: 'whole',
    id: 'chart',
    foot: [`${pictureWords(window.vintage, window.known, lang)} ${host}`.trim()],
  })
}
