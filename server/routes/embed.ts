import { embedAddress, pictureAddress } from '#contract/embed.ts'
import type { Embed } from '#contract/embed.ts'
import { EMBED_ROUTES } from '#contract/embed-routes.ts'
import { toSearch, viewAmong } from '#domain/view.ts'
import type { Lang } from '#i18n/words.ts'
import type { Answer } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { sentence } from '#server/embed/chart.ts'
import type { FrameParts } from '#server/embed/parts.ts'
import { framePage } from '#server/embed/frame.ts'
import { headOf } from '#server/embed/head.ts'
import { framePolicy } from '#server/embed/policy.ts'
import { chartNamed } from '#server/embed/question.ts'
import { keptHeaders } from '#server/embed/caching.ts'
import { languageOf } from '#server/language.ts'
import { publicAddress } from '#server/public-address.ts'

/** The pages that stand in other people's frames. */
export function mountEmbed({ get, stampOf }: Api, parts: FrameParts): void {
  get(EMBED_ROUTES.embed, async ({ request, query, part }) => {
    const { last, theme, height } = query
    const lang = languageOf(request)
    const view = { ...viewAmong(query), lang }
    const embed: Embed & { view: { lang: Lang } } = {
      chart: chartNamed(part('chart')),
      view,
      last,
      theme,
      height,
    }
    const { origin } = publicAddress(request)
    const key = [await stampOf('public', view), origin, embedAddress(embed)]
    const answer = await parts.keep(key, () => pageOf(embed, lang, origin, parts))
    return { ...answer, headers: { ...answer.headers, ...keptHeaders(query, lang) } }
  })
}

async function pageOf(
  embed: Embed & { view: { lang: Lang } },
  lang: Lang,
  origin: string,
  { make, script, png, addresses }: FrameParts,
): Promise<Answer> {
  const { view, theme = 'auto', height = null } = embed
  const { ready, window } = await make(embed.chart, view, embed.last, lang)
  const { chart, title, alt } = ready
  const { theme: _theme, height: _height, ...question } = embed
  const whole = { ...question, theme: theme === 'dark' ? ('dark' as const) : undefined }
  const picture = pictureAddress({ ...whole, format: 'png', width: 1200, height: 630 })
  const inLanguage = (each: Lang) =>
    origin + addresses.embed({ ...embed, view: { ...view, lang: each } })
  const head = headOf({
    title,
    description: [ready.subtitle, ...ready.credit.slice(0, 1).map(sentence)].join(' '),
    alt,
    lang,
    canonical: inLanguage(lang),
    languages: { fr: inLanguage('fr'), en: inLanguage('en') },
    picture: png === null ? null : origin + addresses.root + picture,
    hasOEmbed: addresses.hasOEmbed,
  })
  const { from, to } = window
  const { html, style } = framePage({
    ready,
    lang,
    theme,
    height,
    head,
    vintage: view.vintage ?? null,
    known: view.known ?? null,
    links: {
      open: addresses.open(toSearch(embed.last === undefined ? view : { ...view, from, to })),
      csv: addresses.csv({ ...question, chart }),
    },
    script,
  })
  return {
    body: html,
    mediaType: 'text/html; charset=utf-8',
    headers: {
      'Content-Security-Policy': await framePolicy(style),
      'Content-Language': lang,
      // The chart may be found on the page that shows it, and not as a page of its own.
      'X-Robots-Tag': 'noindex, indexifembedded',
    },
  }
}
