import type { ComponentType } from 'react'
import type { Lang, Say } from '#i18n/words.ts'
import { LazySlot } from '#app/LazySlot.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'

type Given = { lang: Lang; say: Say }
type Props = Given & {
  load: (lang: Lang) => Promise<ComponentType<Given>>
  /** What is on it, as a noun. */
  what: string
}

/** A screen beside the situation. */
export function PageScreen({ load, what, lang, say }: Props) {
  return (
    <main id="main">
      <LazySlot
        load={load}
        lang={lang}
        given={{ lang, say }}
        say={say}
        what={what}
        skeleton={<Skeleton height="80rem" />}
      />
    </main>
  )
}
