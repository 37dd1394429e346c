import type { Lang, Say } from '#i18n/words.ts'
import { LazySlot } from '#app/LazySlot.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { wordsReady } from '#i18n/words.ts'

async function loadStudio(lang: Lang) {
  const [{ StudioPart }] = await Promise.all([
    import('./StudioPart.tsx'),
    ...(['detail', 'later', 'embed'] as const).map((part) => wordsReady(lang, part)),
  ])
  return StudioPart
}

/** The embed studio: where a chart becomes something to paste. Its words and its code come when it is opened. */
export function EmbedScreen({ lang, say }: { lang: Lang; say: Say }) {
  return (
    <main id="main">
      <LazySlot
        load={loadStudio}
        lang={lang}
        given={{ lang, say }}
        say={say}
        what={say('part.charts')}
        skeleton={<Skeleton height="60rem" />}
      />
    </main>
  )
}
