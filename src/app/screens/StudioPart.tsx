import { useCallback, useMemo } from 'react'
import { navigate, useSearch } from 'wouter/use-browser-location'
import { useDataMode } from '#api/data-mode.ts'
import { Studio } from '#features/embed-studio/Studio.tsx'
import { readStudio, writeStudio } from '#features/embed-studio/studio-state.ts'
import type { Studio as State } from '#features/embed-studio/studio-state.ts'
import { Filters } from '#features/filters/Filters.tsx'
import type { Lang, Say } from '#i18n/words.ts'
import { useDocumentTitle } from '#app/use-document-title.ts'

type Props = { lang: Lang; say: Say; home: string }

/** The studio with its state, which is its address. */
export function StudioPart({ lang, say, home }: Props) {
  useDocumentTitle(say('studio.document'), say)
  const search = useSearch()
  const studio = useMemo(() => readStudio(search), [search])
  const onStudio = useCallback((patch: Partial<State>) => {
    // Read anew: two changes in one event must build on each other.
    const written = writeStudio({ ...readStudio(location.search), ...patch })
    const asked = new URLSearchParams(location.search).get('lang')
    const to = `${location.pathname}?${written}${asked ? `&lang=${asked}` : ''}`
    // In place: "back" leads to where the chart was found, not through every choice made since.
    navigate(to, { replace: true })
  }, [])
  return (
    <Studio
      studio={studio}
      dataMode={useDataMode()}
      lang={lang}
      say={say}
      onStudio={onStudio}
      back={home}
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
