import { wordsReady } from '#i18n/words.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { LazySlot } from '#app/LazySlot.tsx'
import { useDocumentTitle } from '#app/use-document-title.ts'
import { Skeleton } from '#ui/Skeleton.tsx'

async function loadMethod(lang: Lang) {
  const [{ Method }] = await Promise.all([
    import('#features/method/Method.tsx'),
    wordsReady(lang, 'detail'),
    wordsReady(lang, 'later'),
    wordsReady(lang, 'define'),
    wordsReady(lang, 'method'),
  ])
  return Method
}

/** The method page: words, and the tables that the figures are computed with. */
export function MethodScreen({ lang, say }: { lang: Lang; say: Say }) {
  useDocumentTitle(say('screen.document.method'), say)
  return (
    <main id="main">
      <LazySlot
        load={loadMethod}
        lang={lang}
        given={{ lang, say }}
        say={say}
        what={say('part.method')}
        skeleton={<Skeleton height="80rem" />}
      />
    </main>
  )
}
