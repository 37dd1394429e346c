import { useEffect } from 'react'

/** Names the page in tabs, bookmarks and the history; null leaves the name it was served with. */
export function useDocumentTitle(title: string | null): void {
  useEffect(
    function nameThePage() {
      if (title !== null) document.title = title
    },
    [title],
  )
}
