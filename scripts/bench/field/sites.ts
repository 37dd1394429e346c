import type { Atlas } from '#domain/atlas.ts'
import type { Place } from '#domain/place.ts'
import { withStations } from '#mocks/simulator/stations.ts'

/** Networks of stations, each of some 330 in the same towns: about 2,000 sites together. */
export const NETWORKS = 6

/** One network's stations, as the simulator knows them: under the same names as every other network's. */
export function networkOf(atlas: Atlas, network: number): Atlas {
  return withStations(atlas, network)
}

/** Networks name their stations alike, so the number of the network is put behind each. Of other places, the own id. */
export function siteOf(place: string, network: number): string {
  return place.includes('/') ? `${place}-${network}` : place
}

/** The gazetteer with the stations of all networks in it. */
export function placesWithSites(atlas: Atlas): Place[] {
  const places = new Map<string, Place>()
  for (let network = 0; network < NETWORKS; network += 1)
    for (const place of networkOf(atlas, network).places.values()) {
      const id = siteOf(place.id, network)
      if (!places.has(id)) places.set(id, { ...place, id })
    }
  return [...places.values()]
}
