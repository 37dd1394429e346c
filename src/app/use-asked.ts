import { useSearch } from 'wouter/use-browser-location'
import { inlinedSearch } from '#api/inlined.ts'

/** The question in the address; while a painting of the server's is taken over, the question that it was painted for. */
export function useAsked(): string {
  return useSearch({ ssrSearch: inlinedSearch() })
}
