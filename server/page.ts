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
import type { Inlined } from './inlined.ts'
import type { Paint } from './paint.ts'
import { productPolicy } from './content-policy.ts'
import { keeper } from './keep.ts'
import { headlineBrief } from './headline-words.ts'
import { escaped, jsonElement, tags } from './html.ts'
import { forTheMap, inlinedOf, placesNamed } from './inlined.ts'
import { languageOf } from './language.ts'
import { PAINTED_STYLE, words, wordsBeside, WORDS_STYLE } from './noscript.ts'
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
  /** Paints the first look of the page; null where the build brought nothing to paint with. */
  paint: Paint | null
  /** Is told what went wrong without spoiling the page. */
  report?: ((error: Error) => void) | undefined
}

/** The screens that one page draws; it reads the rest of the address itself. */
export const SCREENS = ['/', '/method', '/embed', '/sign-in'] as const

/** What is put into the page, before it becomes HTML. */
type Contents = {
  url: URL
  lang: Lang
  search: string
  situation: Situation | null
  /** What the map shows besides, by its element. */
  map: Record<string, Inlined>
}

/** Some hundreds of pages, each with a situation in it. */
const KEPT_BYTES = 32 * 1024 * 1024
/** About what one takes as objects. */
const SITUATION_BYTES = 64 * 1024
const DESCRIPTION_LENGTH = 240
/** What the map needs early, as scripts/vite/first-map.ts writes it. */
const EARLY = /<!--jauge:map (.*?)-->/gs

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
    html: template + WORDS_STYLE + PAINTED_STYLE,
    tiles: parts.settings.tiles?.url ?? null,
  })
  const share = answerKeeper(KEPT_BYTES)
  const earlyParts = [...template.matchAll(EARLY)]
  const situations = keeper<Situation | null>(KEPT_BYTES, () => SITUATION_BYTES)

  /** What the build has left in comments is for the page with the map alone. */
  const onlyFor = (hasMap: boolean) =>
    Object.fromEntries(earlyParts.map(([whole, inside = '']) => [whole, hasMap ? inside : '']))

  function answerOf(contents: Contents): Answer {
    const { situation } = contents
    const { atlas, settings } = parts
    const painted = paintingOf(contents, parts)
    const put: Record<string, string> = {
      'lang="fr"': `lang="${contents.lang}"`,
      '<!--jauge:head-->': head(contents, parts),
      '<div id="root"></div>': `<div id="root">${painted ?? ''}</div>`,
      '<!--jauge:noscript-->':
        painted === null
          ? words(contents, atlas, settings.contact)
          : wordsBeside(contents, settings.contact),
      '<!--jauge:data-->': data(contents, parts),
      ...onlyFor(painted !== null),
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
    const ask = (path: string) => parts.api.fetch(new Request(new URL(API_BASE + path, url)))
    const response = await ask(`/situation?${search}`)
    const tag = response.headers.get('ETag')
    const read = () => situationIn(response)
    const situation = await (tag === null ? read() : situations(tag, read))
    const map = situation && url.pathname === '/' ? await forTheMap(search, situation, ask) : []
    const make = async () => {
      return answerOf({ url, search, lang, situation, map: await inlinedOf(map) })
    }
    // What stands in it is the public's whoever asks, and painted once; yet no cache on the way keeps what somebody signed in was sent.
    const isForOne = isPersonal(request, PUBLIC)
    const tags = [response, ...map.map((each) => each.response)].map(({ headers }) =>
      headers.get('ETag'),
    )
    const address = url.origin + url.pathname
    const answer =
      !response.ok || tags.includes(null)
        ? await make()
        : await share([tags, address, search, lang], make)
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

/** What stands in the page for its script to read, by the id of the element. */
function dataOf({ search, situation, map }: Contents, atlas: Atlas): Record<string, Inlined> {
  if (situation === null) return {}
  return {
    'jauge-situation': { value: situation, search },
    'jauge-places': { value: placesNamed(situation, atlas) },
    ...map,
  }
}

/** Null on the other screens, whose parts are fetched, and where there is nothing to show. */
function paintingOf(contents: Contents, { paint, atlas, settings, demo, report }: PageParts) {
  const { url, lang, search, situation } = contents
  if (paint === null || situation === null || url.pathname !== '/') return null
  const data = Object.entries(dataOf({ ...contents, map: {} }, atlas)).map(
    ([id, { value, ...said }]) => [id, { text: JSON.stringify(value), ...said }] as const,
  )
  const meta = { 'jauge-contact': settings.contact ?? '', 'jauge-demo': demo ?? '' }
  const question = search && `?${search}`
  try {
    return paint({
      lang,
      pathname: url.pathname,
      search: question,
      meta,
      data: Object.fromEntries(data),
    })
  } catch (error) {
    // A reader with a script lacks nothing but the head start; one without reads the words.
    report?.(error as Error)
    return null
  }
}

function data(contents: Contents, { atlas, settings }: PageParts): string {
  const elements = Object.entries(dataOf(contents, atlas)).map(([id, { value, search }]) =>
    jsonElement(id, value, search === undefined ? {} : { search }),
  )
  return elements.join('') + jsonElement('settings', settings, {})
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
