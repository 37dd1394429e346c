import { openApi } from '#contract/openapi.ts'
import { ALL_ROUTES, ROUTES } from '#contract/routes.ts'
import { isPersonal } from '#server/access/access.ts'
import { json, uncached } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { answerKeeper } from '#server/shared-answers.ts'

/** Room for the one description that there is. */
const DESCRIPTION_BYTES = 16 * 1024 * 1024

/** What the API says of itself. */
export function mountMeta({ get, store, read, dataMode }: Api): void {
  // The same as long as the process runs; and it is told without a database too.
  const share = answerKeeper(DESCRIPTION_BYTES)
  get(ROUTES.openapi, ({ request, caller }) => {
    const make = async () => json(openApi(ALL_ROUTES, dataMode))
    return isPersonal(request, caller) ? make() : share([], make)
  })

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
