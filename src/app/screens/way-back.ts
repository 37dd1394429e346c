import { othersIn, STUDIO_KEYS } from '#domain/address.ts'
import { fromSearch, toSearch } from '#domain/view.ts'
import { pathTo, screenAt } from '#app/base.ts'
import { searchOf } from '#app/use-address.ts'

/**
 * Address of the situation for a reader of the studio: the one they came from, as it was; for who came from elsewhere, the
 * one of the same question. Nobody but the studio pinned that. The language is the studio's own in either case.
 */
export function wayBack(referrer: string, search: string): string {
  const view = fromSearch(search)
  const from = URL.canParse(referrer) ? new URL(referrer) : null
  if (from === null || from.origin !== location.origin || screenAt(from.pathname) !== '/')
    return (
      pathTo('/') +
      searchOf(toSearch({ ...view, vintage: undefined }), othersIn(search, STUDIO_KEYS))
    )
  if (view.lang !== undefined) from.searchParams.set('lang', view.lang)
  return from.pathname + from.search
}
