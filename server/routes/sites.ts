import type { SitesAnswer } from '#contract/answers.ts'
import { ROUTES } from '#contract/routes.ts'
import { sitesOf } from '#domain/sites.ts'
import { geoJson } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { pointAt } from '#server/geojson.ts'

export function mountSites({ get, atlas }: Api): void {
  get(ROUTES.sites, async ({ read }) => {
    const { reports, window, filter } = await read()
    const features = sitesOf(reports, window, filter, atlas).map((site) => ({
      type: 'Feature' as const,
      id: site.place,
      geometry: pointAt(site.position),
      properties: site,
    }))
    return geoJson({ type: 'FeatureCollection', window, features } satisfies SitesAnswer)
  })
}
