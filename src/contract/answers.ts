import * as z from 'zod/mini'
import { Corridor, Leg } from '#domain/corridor.ts'
import { CorridorState } from '#domain/corridor-status.ts'
import { Happening } from '#domain/happening.ts'
import { DATA_MODES } from '#domain/data-mode.ts'
import { Series } from '#domain/series.ts'
import { Site } from '#domain/site.ts'
import { Window } from '#domain/situation.ts'

/** In every file that may be kept: a saved file has lost the header that says it. */
const data_mode = z.enum(DATA_MODES)

/** Every answer says which window, knowledge and vintage it is of. */
export const SeriesAnswer = z.object({ window: Window, series: z.array(Series) })
export type SeriesAnswer = z.infer<typeof SeriesAnswer>

export const CorridorsAnswer = z.object({
  window: Window,
  corridors: z.array(z.object({ corridor: Corridor, state: CorridorState })),
  legs: z.array(Leg),
})
export type CorridorsAnswer = z.infer<typeof CorridorsAnswer>

export const HappeningsAnswer = z.object({ window: Window, happenings: z.array(Happening) })
export type HappeningsAnswer = z.infer<typeof HappeningsAnswer>

/** RFC 7946: positions are [longitude, latitude]; a place without one has `geometry: null`. */
export const SitesAnswer = z.object({
  type: z.literal('FeatureCollection'),
  data_mode,
  window: Window,
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.nullable(
        z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
      ),
      properties: z.extend(Site, { data_mode }),
    }),
  ),
})
export type SitesAnswer = z.infer<typeof SitesAnswer>

export const HealthAnswer = z.object({ status: z.literal('ok') })
export const ReadyAnswer = z.object({
  status: z.enum(['ready', 'not-ready']),
  reports: z.nullable(z.number()),
})
