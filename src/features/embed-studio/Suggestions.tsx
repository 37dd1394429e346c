import { useQuery } from '@tanstack/react-query'
import { publishedAddress } from '#api/embeds.ts'
import type { SpokenEmbed } from '#api/embeds.ts'
import type { ChartJson } from '#contract/embed-answers.ts'
import { citationOf } from '#figures/citation.ts'
import { markOf } from '#i18n/mark.ts'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { QueryState } from '#ui/QueryState.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { SuggestedText } from './SuggestedText.tsx'

type Props = { answer: ChartJson; embed: SpokenEmbed; say: Say }

/** Alt text and citation, in the language of the chart, which need not be that of the screen. */
export function Suggestions({ answer, embed, say }: Props) {
  const { lang } = embed.view
  const words = useQuery(citationWords(lang))
  return (
    <>
      <SuggestedText id="alt" text={answer.alt} frameLang={lang} say={say} />
      <QueryState
        query={words}
        say={say}
        what={say('studio.texts.what')}
        skeleton={<Skeleton height="4rem" />}
      >
        {() => (
          <SuggestedText id="cite" text={citation(answer, embed)} frameLang={lang} say={say} />
        )}
      </QueryState>
    </>
  )
}

const citationWords = (lang: Lang) => ({
  queryKey: ['words', lang, 'citation'],
  queryFn: async () => {
    await Promise.all([wordsReady(lang, 'embed'), wordsReady(lang, 'later')])
    return true
  },
  staleTime: Infinity,
})

function citation(answer: ChartJson, embed: SpokenEmbed): string {
  const { chart, title, window, cited, data_mode } = answer
  const { lang, vintage = null } = embed.view
  const say = wordsIn(lang)
  return citationOf(
    {
      kind: chart === 'corridors' ? 'map' : 'chart',
      title,
      mark: markOf(data_mode, 'public', say),
      window,
      sourceNames: cited.source_names,
      sources: cited.sources,
      asOf: cited.as_of,
    },
    {
      // How it looks is no part of what is cited.
      url: publishedAddress({ ...embed, theme: undefined, height: undefined }),
      accessed: new Date().toISOString().slice(0, 10),
      vintage,
    },
    { say, lang },
  )
}
