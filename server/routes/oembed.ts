import { EMBED_ROUTES } from '#contract/embed-routes.ts'
import { EmbedQuery } from '#contract/query.ts'
import { viewAmong } from '#domain/view.ts'
import type { Answer } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { keptHeaders } from '#server/embed/caching.ts'
import { oEmbedOf, xmlOf } from '#server/embed/oembed.ts'
import type { FrameParts } from '#server/embed/parts.ts'
import { chartNamed } from '#server/embed/question.ts'
import { languageOf } from '#server/language.ts'
import { parametersOf } from '#server/parameters.ts'
import { misfits, Refusal } from '#server/problem.ts'
import { publicAddress } from '#server/public-address.ts'

const PATH = /^\/embed\/([\w-]+)$/

/** Tells other sites' editors how a chart is framed. */
export function mountOEmbed(
  { get, stampOf }: Api,
  { make, keep, png, addresses }: FrameParts,
): void {
  get(EMBED_ROUTES.oembed, async ({ request, query }) => {
    const { maxwidth, maxheight, format = 'json' } = query
    if (format !== 'json' && format !== 'xml') throw new Refusal('not-implemented')
    const { origin } = publicAddress(request)
    const asked = askedFor(query.url, origin, addresses.root)
    const lang = asked.query.lang ?? languageOf(request)
    const view = { ...viewAmong(asked.query), lang }
    const { last, theme, height } = asked.query
    const embed = { chart: asked.chart, view, last, theme, height }
    const address = origin + addresses.embed(embed)
    const most = { width: maxwidth ?? Infinity, height: maxheight ?? Infinity }
    const key = ['oembed', format, address, most.width, most.height, await stampOf('public', view)]
    const answer = await keep(key, async (): Promise<Answer> => {
      const { ready } = await make(embed.chart, view, last, lang)
      const told = oEmbedOf({
        ready,
        embed,
        home: origin + addresses.root,
        address,
        most,
        hasPictures: png !== null,
      })
      return format === 'json'
        ? { body: JSON.stringify(told), mediaType: 'application/json' }
        : { body: xmlOf(told), mediaType: 'text/xml; charset=utf-8' }
    })
    return { ...answer, headers: keptHeaders({ ...view, lang: asked.query.lang }, lang) }
  })
}

/** The embed at an address of our own. Any other address is none of our business: nothing is fetched, ever. */
function askedFor(text: string, origin: string, root: string) {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) throw misfits({ name: 'url', reason: 'problem.reason.not-ours' })
  const own = new URL(origin)
  const isOurs = url.host === own.host && /^https?:$/.test(url.protocol) && url.username === ''
  const inside = url.pathname.startsWith(root) ? url.pathname.slice(root.length) : ''
  const name = PATH.exec(inside)?.[1]
  if (!isOurs || name === undefined) throw new Refusal('not-found')
  return { chart: chartNamed(name), query: parametersOf(url.searchParams, EmbedQuery) }
}
