import type { Atlas } from '#domain/atlas.ts'
import type { Situation } from '#domain/situation.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import { API_BASE } from '#contract/route.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { headlineSentence } from './headline-words.ts'
import { escaped, linkTo } from './html.ts'
import { serverWords } from './words.ts'

/** What a page is about, as far as it is said without a script. */
type Told = { lang: Lang; search: string; situation: Situation | null }

const REPORTS = `${API_BASE}/reports.csv`

/** A style in the server's own HTML, which the policy has to name by its hash. */
export const WORDS_STYLE = '<style>main{max-width:44rem;margin:2rem auto;padding:0 1rem}</style>'
/** Around what is painted: nothing that only a script can bring or do. */
export const PAINTED_STYLE =
  '<style>[data-script],#root select,#root button[lang]{display:none}#root button{pointer-events:none;color:inherit;text-decoration:none}.noscript{max-width:2400px;margin:0 auto;padding:0 clamp(.75rem,2vw,2.5rem) 2rem}</style>'

/** The situation in words, where nothing is painted. */
export function words(
  { lang, search, situation }: Told,
  atlas: Atlas,
  contact: string | null,
): string {
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
    contact === null ? '' : `<p>${linkTo(contact, say('page.noscript.contact'))}</p>`,
    '</main>',
  ].join('\n')
}

/** Under what is painted: why there is no more of it, and what can be had without a script. */
export function wordsBeside({ lang, search }: Told, contact: string | null): string {
  const say = serverWords(lang)
  const other = toSearch({ ...fromSearch(search), lang: lang === 'fr' ? 'en' : 'fr' })
  const links = [
    linkTo(search === '' ? REPORTS : `${REPORTS}?${search}`, say('page.noscript.data')),
    linkTo(`/?${other}`, say('page.noscript.other-language')),
    contact === null ? '' : linkTo(contact, say('page.noscript.contact')),
  ]
  return [
    PAINTED_STYLE,
    `<div class="noscript"><p>${escaped(say('page.noscript.painted'))}</p>`,
    ...links.filter((link) => link !== '').map((link) => `<p>${link}</p>`),
    '</div>',
  ].join('\n')
}
