import type { Atlas } from '#domain/atlas.ts'
import { Situation } from '#domain/situation.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import { ATOM } from '#contract/feed-route.ts'
import { API_BASE } from '#contract/route.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { isPersonal } from './access/access.ts'
import { PUBLIC } from './access/caller.ts'
import { answerResponse } from './answer.ts'
import type { Answer } from './answer.ts'
import { productPolicy } from './content-policy.ts'
import { headlineBrief, headlineSentence } from './headline-words.ts'
import { escaped, jsonElement, linkTo, tags } from './html.ts'
import { languageOf } from './language.ts'
import { plainPage, plainPagePolicy } from './plain-page.ts'
import { publicAddress } from './public-address.ts'
import { answerKeeper } from './shared-answers.ts'
import { serverWords } from './words.ts'

export type PageSettings = {
  /** Where corrections are sent: `mailto:` or a page. */
  contact: string | null
  tiles: { url: string; attribution: string } | null
}

type PageParts = {
  api: { fetch: (request: Request) => Response | Promise<Response> }
  atlas: Atlas
  settings: PageSettings
  /** Whether there is a picture for link previews: one that is missing must not be promised. */
  hasPicture: boolean
  /** Where a demo stands on this server; null where there is none. */
  demo: string | null
}

/** The screens that one page draws; it reads the rest of the address itself. */
export const SCREENS = ['/', '/method', '/embed', '/sign-in'] as const

/** What is put into the page, before it becomes HTML. */
type Contents = { url: URL; lang: Lang; search: string; situation: Situation | null }

/** A style in the server's own HTML, which the policy has to name by its hash. */
const WORDS_STYLE = '<style>main{max-width:44rem;margin:2rem auto;padding:0 1rem}</style>'

const REPORTS = `${API_BASE}/reports.csv`
/** Some hundreds of pages, each with a situation in it. */
const KEPT_BYTES = 32 * 1024 * 1024
const DESCRIPTION_LENGTH = 240

/**
 * The page of the client, with the first answer in it: the headlines paint without another request, a link's
 * preview tells the figures, and a reader without JavaScript reads them. It asks the API as the public does,
 * whoever the reader is, so that any cache may keep it.
 */
export function pageMaker(
  template: string,
  parts: PageParts,
): (request: Request) => Promise<Response> {
  const policy = productPolicy({
    html: template + WORDS_STYLE,
    tiles: parts.settings.tiles?.url ?? null,
  })
  const share = answerKeeper(KEPT_BYTES)

  function answerOf(contents: Contents): Answer {
    const { situation } = contents
    const put: Record<string, string> = {
      'lang="fr"': `lang="${contents.lang}"`,
      '<!--jauge:head-->': head(contents, parts),
      '<!--jauge:noscript-->': words(contents, parts),
      '<!--jauge:data-->': data(contents, parts.settings),
    }
    // A function, since in a text `$&` and its like would be read as instructions.
    const body = Object.entries(put).reduce(
      (html, [mark, text]) => html.replace(mark, () => text),
      template,
    )
    const headers: Record<string, string> = {
      'Content-Language': contents.lang,
      'Content-Security-Policy': policy,
      Vary: 'Accept-Language',
    }
    if (situation === null) headers['Cache-Control'] = 'no-store'
    return { body, mediaType: 'text/html; charset=utf-8', headers }
  }

  return async function page(request) {
    const url = publicAddress(request)
    const search = toSearch(fromSearch(url.search))
    const lang = languageOf(request)
    const response = await parts.api.fetch(
      new Request(new URL(`${API_BASE}/situation?${search}`, url)),
    )
    const make = async () => answerOf({ url, search, lang, situation: await situationIn(response) })
    // What stands in it is the public's whoever asks; yet nothing that somebody signed in was sent is kept on the way.
    const isForOne = isPersonal(request, PUBLIC)
    const tag = response.ok && !isForOne ? response.headers.get('ETag') : null
    const address = url.origin + url.pathname
    const answer = tag === null ? await make() : await share([tag, address, search, lang], make)
    return answerResponse(request, answer, { isPersonal: isForOne, isPinned: false })
  }
}

/** Null when the address contradicts itself or the API fails: the page still opens, and says what is wrong. */
async function situationIn(response: Response): Promise<Situation | null> {
  return response.ok ? (Situation.safeParse(await response.json()).data ?? null) : null
}

function head({ url, lang, search, situation }: Contents, parts: PageParts): string {
  const say = serverWords(lang)
  const { title, description } = aboutPage(url.pathname, situation, lang)
  const address = url.origin + url.pathname
  const canonical = search === '' ? address : `${address}?${search}`
  const feed = `<link rel="alternate" type="${ATOM}" title="${escaped(say('feed.title'))}" href="/feed.atom?lang=${lang}">`
  const told = tags({
    title,
    description,
    canonical,
    lang,
    picture: parts.hasPicture ? new URL('/og.png', url).href : null,
    pictureText: say('page.picture'),
    contact: parts.settings.contact,
    demo: parts.demo,
  })
  return `${told}\n    ${feed}`
}

function aboutPage(path: string, situation: Situation | null, lang: Lang) {
  const say = serverWords(lang)
  if (path === '/method')
    return { title: say('page.method-title'), description: say('page.method-description') }
  if (path === '/embed')
    return { title: say('page.studio-title'), description: say('page.studio-description') }
  if (path === '/sign-in')
    return { title: say('page.sign-in-title'), description: say('page.sign-in-description') }
  const day = situation?.record.lastEligible == null ? null : longDay(situation.window.at, lang)
  const title = day === null ? say('page.title') : say('page.title-at', { day })
  return { title, description: summary(situation, lang) }
}

/** As many headline figures as a preview has room for. */
function summary(situation: Situation | null, lang: Lang): string {
  const briefs = (situation?.headlines ?? []).flatMap((each) => headlineBrief(each, lang) ?? [])
  const fitting = briefs.filter(
    (_, index) => briefs.slice(0, index + 1).join(' ').length <= DESCRIPTION_LENGTH,
  )
  return fitting.length === 0 ? serverWords(lang)('page.description') : fitting.join(' ')
}

function words({ lang, search, situation }: Contents, { atlas, settings }: PageParts): string {
  const say = serverWords(lang)
  const end = situation?.record.lastEligible ?? null
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`
  const figures = (situation?.headlines ?? []).map(
    (each) => `<li>${escaped(headlineSentence(each, atlas, lang))}</li>`,
  )
  return [
    WORDS_STYLE,
    '<main>',
    paragraph(say('page.noscript.intro')),
    situation && end !== null
      ? `<h1>${escaped(say('page.noscript.title', { at: longDay(situation.window.at, lang) }))}</h1>`
      : '',
    end === null ? '' : `<ul>${figures.join('')}</ul>`,
    paragraph(
      end === null
        ? say('page.noscript.empty')
        : say('page.noscript.record', { day: longDay(end, lang) }),
    ),
    `<p>${linkTo(search === '' ? REPORTS : `${REPORTS}?${search}`, say('page.noscript.data'))}</p>`,
    settings.contact === null
      ? ''
      : `<p>${linkTo(settings.contact, say('page.noscript.contact'))}</p>`,
    '</main>',
  ].join('\n')
}

function data({ search, situation }: Contents, settings: PageSettings): string {
  const inlined = situation === null ? '' : jsonElement('jauge-situation', situation, { search })
  return inlined + jsonElement('settings', settings, {})
}

/** For an address where nothing is. */
export async function notFoundPage(lang: Lang): Promise<Response> {
  const say = serverWords(lang)
  const words = {
    title: say('page.not-found.title'),
    text: say('page.not-found.text'),
    onwards: { to: '/', text: say('page.not-found.home') },
  }
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': await plainPagePolicy(),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
  }
  return new Response(plainPage(words, { lang }), { status: 404, headers })
}
