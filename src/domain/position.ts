import * as z from 'zod/mini'

/** How finely the moment is known. */
export const Precision = z.enum(['minute', 'hour', 'day', 'week', 'month'])
export type Precision = z.infer<typeof Precision>

/** Where, as finely as the reader may know. `precisionMetres` is the radius of the area to draw. */
export const Position = z.object({
  /** Place of the gazetteer; null when the position was given by coordinates alone. */
  place: z.nullable(z.string()),
  lat: z.nullable(z.number()),
  lon: z.nullable(z.number()),
  precisionMetres: z.nullable(z.number()),
})
export type Position = z.infer<typeof Position>
