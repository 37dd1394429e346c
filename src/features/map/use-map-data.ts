import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import * as z from 'zod/mini'
import { early } from '#api/early.ts'
import { GEO, getJson } from '#api/client.ts'
import { corridorGeometryQuery, placesQuery } from '#api/geography.ts'
import { happeningsQuery } from '#api/happenings.ts'
import { quickly } from '#api/quick-check.ts'
import { throughout } from '#api/question.ts'
import { sitesQuery } from '#api/sites.ts'
import { situationQuery } from '#api/situation.ts'
import { useKept } from '#api/use-kept.ts'
import type { Window } from '#domain/situation.ts'
import type { Day } from '#domain/time.ts'
import type { View } from '#domain/view.ts'
import { groundOf } from '#figures/map/ground.ts'
import type { Ground, Topology } from '#figures/map/ground.ts'

/** Checked no further than being a topology: it comes with the release. */
const Packed = z.looseObject({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.unknown()),
  arcs: z.array(z.unknown()),
})

/** The base map, ready to be drawn: of the file, which is many small arrays, nothing is kept. */
const groundQuery = queryOptions({
  queryKey: ['geo', 'ground'],
  queryFn: async ({ signal }) =>
    (early['ground'] as Ground | undefined) ??
    groundOf((await getJson(`${GEO}base.topo.json`, Packed, signal)) as unknown as Topology),
  structuralSharing: false,
  staleTime: Infinity,
  gcTime: Infinity,
})

/** The three files the map is drawn with, as one question: without any of them there is no map. */
export function useGeography() {
  const base = useQuery(groundQuery)
  const geometry = useQuery(corridorGeometryQuery())
  const places = useQuery(placesQuery())
  const all = [base, geometry, places]
  const [topology, lines, named] = [base.data, geometry.data, places.data]
  const data = useMemo(
    () =>
      topology && lines && named
        ? {
            base: topology,
            corridors: lines.corridors,
            legs: new Map(lines.legs.map((leg) => [leg.id, leg])),
            places: named,
          }
        : undefined,
    [topology, lines, named],
  )
  return {
    data,
    error: all.find(({ isError }) => isError)?.error ?? null,
    isError: all.some(({ isError }) => isError),
    refetch: () =>
      Promise.all(all.filter(({ isError }) => isError).map(({ refetch }) => refetch())),
  }
}

/**
 * What the map shows. States and readings are asked for at the day the pointer rests on;
 * convoys and incidents come once for the whole window, and the map picks what had happened by then.
 */
export function useMapData(view: View, window: Window | null, rested: Day | null) {
  const moment: View = rested === null ? view : { ...view, at: rested }
  const whole = window === null ? view : throughout(view, window)
  const enabled = window !== null
  return {
    situation: useKept(situationQuery(moment)),
    sites: useKept(sitesQuery(moment, quickly)),
    convoys: useKept({ ...happeningsQuery('convoys', whole), enabled }),
    incidents: useKept({ ...happeningsQuery('incidents', whole), enabled }),
  }
}
