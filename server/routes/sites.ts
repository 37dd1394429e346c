import type { SitesAnswer } from '#contract/answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { sitesOf } from '#domain/sites.ts'
import { geoJson } from '#server/answer.ts'
import { BY_QUESTION } from '#server/api.ts'
import type { Api } from '#server/api.ts'
import { pointAt } from '#server/geojson.ts'

export function mountSites({ get, atlas, dataMode }: Api): void {
  get(
    ROUTES.sites,
    async ({ read }) => {
      const { reports, window, filter } = await read()
      const features = sitesOf(reports, window, filter, atlas).map((site) => ({
        type: 'Feature' as const,
        id: site.place,
        geometry: pointAt(site.position),
        properties: { ...site, data_mode: dataMode },
      }))
      const type = 'FeatureCollection'
      return geoJson({ type, data_mode: dataMode, window, features } satisfies SitesAnswer)
    },
    BY_QUESTION,
  )
}
