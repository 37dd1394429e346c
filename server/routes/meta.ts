import { openApi } from '#contract/openapi.ts'
import { ALL_ROUTES, ROUTES } from '#contract/routes.ts'
import { json, uncached } from '#server/answer.ts'
import type { Api } from '#server/api.ts'

/** What the API says of itself. */
export function mountMeta({ get, store, read, dataMode }: Api): void {
  get(ROUTES.openapi, () => json(openApi(ALL_ROUTES, dataMode)))

  get(ROUTES.health, () => uncached(json({ status: 'ok' }), 200))

  get(ROUTES.ready, async () => {
    try {
      await store.ping()
      // Counted as the public sees it, whoever asks: a count of everything would tell of what is hidden.
      const { reports } = await read('public', {})
      return uncached(json({ status: 'ready', reports: reports.length }), 200)
    } catch {
      return uncached(json({ status: 'not-ready', reports: null }), 503)
    }
  })
}
