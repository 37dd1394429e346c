import { ATOM, FEED_ROUTES } from '#contract/feed-route.ts'
import { asked, eligible, within } from '#domain/filter.ts'
import { ofKind } from '#domain/of-kind.ts'
import type { ReportKind } from '#domain/report.ts'
import { startOf } from '#domain/time.ts'
import { moment } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { BY_LANGUAGE_AND_HOST } from '#server/api.ts'
import type { Api } from '#server/api.ts'
import { keptHeaders } from '#server/embed/caching.ts'
import { atomOf } from '#server/feed/atom.ts'
import { entryOf } from '#server/feed/entry.ts'
import { languageOf } from '#server/language.ts'
import { newestFirst, pageOf } from '#server/paging.ts'
import { publicAddress } from '#server/public-address.ts'
import type { Held } from '#server/reading.ts'
import { serverWords } from '#server/words.ts'

/** As many as a reader looks through, and as a bad line carries. */
const ENTRIES = 50

/** What is new, for whoever follows it: the newest reports that may carry a headline, as the public sees them. */
export function mountFeed({ get, atlas, dataMode }: Api): void {
  get(
    FEED_ROUTES.feed,
    async ({ request, query, read }) => {
      const held = await read()
      const lang = languageOf(request)
      const say = serverWords(lang)
      const { origin } = publicAddress(request)
      const mark = dataMode === 'demo' ? say('frame.demo') : null
      const { vintage, to } = held.window
      const body = atomOf({
        self: selfOf(origin, query, lang),
        title: [mark, say('feed.title')].filter(Boolean).join(' – '),
        subtitle: [
          say('feed.subtitle'),
          vintage === null
            ? say('feed.empty')
            : say('frame.held', { moment: moment(vintage, lang) }),
        ].join(' '),
        lang,
        // The instant that every answer names: the last at which what the public sees changed.
        updated: vintage ?? startOf(to),
        author: 'Jauge',
        page: `${origin}/?lang=${lang}`,
        entries: newest(held, query.kind).map((report) =>
          entryOf(report, { lang, atlas, origin, mark }),
        ),
      })
      return { body, mediaType: `${ATOM}; charset=utf-8`, headers: keptHeaders(query, lang) }
    },
    BY_LANGUAGE_AND_HOST,
  )

  function newest({ reports, window, filter }: Held, kind: ReportKind | undefined) {
    const told = within(reports, window)
    const fitting = asked(eligible(kind === undefined ? told : ofKind(told, kind)), filter, atlas)
    return pageOf(newestFirst(fitting), ENTRIES, undefined).reports
  }
}

/** The feed's one address in each language: the same whichever words a reader of feeds added. */
function selfOf(
  origin: string,
  query: Readonly<Record<string, string | undefined>>,
  lang: Lang,
): string {
  const search = new URLSearchParams()
  for (const name of ['corridor', 'place', 'product', 'kind'])
    if (query[name] !== undefined) search.set(name, query[name])
  search.set('lang', lang)
  return `${origin}/feed.atom?${search}`
}
