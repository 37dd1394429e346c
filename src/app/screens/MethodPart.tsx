import { Method } from '#features/method/Method.tsx'
import type { Lang, Say } from '#i18n/words.ts'
import { useDocumentTitle } from '#app/use-document-title.ts'

/** The method page: words, and the tables that the figures are computed with. */
export function MethodPart({ lang, say }: { lang: Lang; say: Say }) {
  useDocumentTitle(say('screen.document.method'), say)
  return <Method lang={lang} say={say} />
}
