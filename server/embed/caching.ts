import type { Lang } from '#i18n/words.ts'

/** A live answer may be half a minute old, as everywhere. */
const LIVE = 'public, max-age=30, stale-while-revalidate=60'
/** A pinned one never changes but by a purge, which must have reached every cache after ten minutes (decision 014). */
const PINNED = 'public, max-age=600, must-revalidate'

/** How long an answer may be kept, and for whom: it is the public's, so only the language can differ. */
export function keptHeaders(
  query: { vintage?: string | undefined; lang?: Lang | undefined },
  lang: Lang,
): Record<string, string> {
  return {
    'Cache-Control': query.vintage === undefined ? LIVE : PINNED,
    'Content-Language': lang,
    Vary: query.lang === undefined ? 'Accept-Language' : '',
  }
}
