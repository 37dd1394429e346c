import { useEffect } from 'react'
import { useDataMode } from '#api/data-mode.ts'
import type { Say } from '#i18n/words.ts'

/** Names the page in tabs, bookmarks and the history; null leaves the name it was served with. */
export function useDocumentTitle(title: string | null, say: Say): void {
  const isDemo = useDataMode() === 'demo'
  useEffect(
    function nameThePage() {
      if (title !== null) document.title = isDemo ? say('demo.title', { title }) : title
    },
    [title, isDemo, say],
  )
}
