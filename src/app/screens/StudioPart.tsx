import { useCallback, useMemo } from 'react'
import { navigate, useSearch } from 'wouter/use-browser-location'
import { useAsker } from '#api/asker.ts'
import { useDataMode } from '#api/data-mode.ts'
import { othersIn, STUDIO_KEYS } from '#domain/address.ts'
import { fromSearch } from '#domain/view.ts'
import { Studio } from '#features/embed-studio/Studio.tsx'
import { readStudio, writeStudio } from '#features/embed-studio/studio-state.ts'
import type { Studio as State } from '#features/embed-studio/studio-state.ts'
import { Filters } from '#features/filters/Filters.tsx'
import type { Lang, Say } from '#i18n/words.ts'
import { searchOf } from '#app/use-address.ts'
import { useDocumentTitle } from '#app/use-document-title.ts'
import { wayBack } from './way-back.ts'

/** The studio with its state, which is its address. */
export function StudioPart({ lang, say }: { lang: Lang; say: Say }) {
  useDocumentTitle(say('studio.document'), say)
  const search = useSearch()
  const studio = useMemo(() => readStudio(search), [search])
  const onStudio = useCallback((patch: Partial<State>) => {
    // Read anew: two changes in one event must build on each other.
    const now = location.search
    const written = writeStudio({ ...readStudio(now), ...patch })
    const asked = fromSearch(now).lang
    const parts = [written, asked ? `lang=${asked}` : '', othersIn(now, STUDIO_KEYS)]
    // In place: "back" leads to where the chart was found, not through every choice made since.
    navigate(location.pathname + searchOf(...parts), { replace: true })
  }, [])
  return (
    <Studio
      studio={studio}
      dataMode={useDataMode()}
      reader={useAsker().role}
      lang={lang}
      say={say}
      onStudio={onStudio}
      back={wayBack(document.referrer, search)}
      filters={
        <Filters
          view={studio.view}
          lang={lang}
          say={say}
          onView={(patch) => onStudio({ view: { ...studio.view, ...patch } })}
        />
      }
    />
  )
}
